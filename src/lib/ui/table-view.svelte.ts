/**
 * Whether the page's own chart shows its table: kept apart from the chart's frame, because links that are copied elsewhere on the
 * page lead back to what is seen. `tab=table` in an address says it.
 */
class TableView {
	shown = $state(false);

	/** True where an address asks for the table. */
	isAskedBy(address: URL): boolean {
		return address.searchParams.get('tab') === 'table';
	}
}

export const tableView = new TableView();
