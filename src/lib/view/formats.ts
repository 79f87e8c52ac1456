/** The forms in which every list and record is published, by the ending of its address. */
export const FORMATS = ['json', 'csv'] as const;

/** Those of deals, which are published for warehouses and spreadsheets too. */
export const DEAL_FORMATS = [...FORMATS, 'ndjson', 'xlsx', 'parquet'] as const;
export type Format = (typeof DEAL_FORMATS)[number];
