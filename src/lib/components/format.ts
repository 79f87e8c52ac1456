/** Figures read the same around a chart as on it. */
export * from '$lib/charts/format';
