/** A table of deals as a person may keep one, made up: the columns that make a deal, its names and amounts as people write them. */
export const SAMPLE = `title,kind,payers,payees,announced,value,firmness,source_url,source_publisher
Example: Microsoft rents compute from Nebius,Compute,Microsoft,Nebius,2026-03-02,$2.5B,Announced,https://example.org/one,Example News
Example: OpenAI buys chips from AMD,Chips,OpenAI,AMD,10 Mar 2026,up to 4 billion,Letter of intent,https://example.org/two,Example News
Example: Meta leases a site from Oracle,Lease,Meta,Oracle,April 2026,750 million,Definitive,https://example.org/three,Example News
Example: SoftBank and Google invest in Anthropic,Equity,SoftBank; Google,Anthropic,2026-05-20,1bn to 2bn,Rumoured,https://example.org/four,Example News
Example: CoreWeave buys servers,Chips,CoreWeave,Nvidia,2026-06-01,,Announced,https://example.org/five,Example News
`;
