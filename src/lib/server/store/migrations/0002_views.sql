-- The records as tables, for whoever opens the file with a tool of their own. The application does not read them.

create view deal as
select
	key as slug,
	body ->> '$.title' as title,
	body ->> '$.summary' as summary,
	body ->> '$.kind' as kind,
	body ->> '$.layer' as layer_override,
	body ->> '$.part_of' as part_of,
	body ->> '$.us_share' as us_share,
	body ->> '$.location' as location,
	body ->> '$.units' as units,
	body ->> '$.capacity_gw' as capacity_gw,
	body ->> '$.confidence' as confidence,
	body ->> '$.notes' as notes,
	revision
from record
where kind = 'deals';

create view deal_party as
select record.key as deal, 'payer' as role, party.value as organisation
from record, json_each(record.body, '$.payers') as party
where kind = 'deals'
union all
select record.key, 'payee', party.value
from record, json_each(record.body, '$.payees') as party
where kind = 'deals';

create view deal_event as
select
	record.key as deal,
	event.key + 1 as number,
	event.value ->> '$.on' as happened_on,
	event.value ->> '$.type' as type,
	event.value ->> '$.value.low' as low_usd,
	event.value ->> '$.value.central' as central_usd,
	event.value ->> '$.value.high' as high_usd,
	event.value ->> '$.firmness' as firmness,
	event.value ->> '$.term.start' as term_start,
	event.value ->> '$.term.end' as term_end,
	event.value ->> '$.term.years' as term_years,
	event.value -> '$.schedule' as schedule,
	event.value ->> '$.note' as note,
	event.value -> '$.sources' as sources
from record, json_each(record.body, '$.events') as event
where kind = 'deals';

create view deal_rating as
select
	record.key as deal,
	rating.value ->> '$.on' as rated_on,
	rating.value ->> '$.terminator' as terminator,
	rating.value ->> '$.idiocracy' as idiocracy,
	rating.value ->> '$.rationale' as rationale,
	rating.value ->> '$.by' as rated_by
from record, json_each(record.body, '$.ratings') as rating
where kind = 'deals';

create view source as
select
	record.kind as kind,
	record.key as slug,
	source.value ->> '$.key' as key,
	source.value ->> '$.url' as url,
	source.value ->> '$.publisher' as publisher,
	source.value ->> '$.title' as title,
	source.value ->> '$.published' as published,
	source.value ->> '$.seen' as seen
from record, json_each(record.body, '$.sources') as source
where kind in ('deals', 'projections');

create view organisation as
select
	key as slug,
	body ->> '$.name' as name,
	body ->> '$.kind' as kind,
	body ->> '$.country' as country,
	body ->> '$.ticker' as ticker,
	body ->> '$.cik' as cik,
	body ->> '$.stand_in' as stand_in,
	body ->> '$.notes' as notes,
	revision
from record
where kind = 'organisations';

create view stake as
select
	record.key as organisation,
	stake.value ->> '$.in' as stake_in,
	stake.value ->> '$.since' as since,
	stake.value ->> '$.value.low' as low_usd,
	stake.value ->> '$.value.central' as central_usd,
	stake.value ->> '$.value.high' as high_usd,
	stake.value ->> '$.source' as source,
	stake.value ->> '$.note' as note
from record, json_each(record.body, '$.stakes') as stake
where kind = 'organisations';

create view projection as
select
	key as slug,
	body ->> '$.author' as author,
	body ->> '$.institution' as institution,
	body ->> '$.title' as title,
	body ->> '$.published' as published,
	body ->> '$.scope' as scope,
	body ->> '$.covers' as covers,
	body ->> '$.window.start' as window_start,
	body ->> '$.window.end' as window_end,
	body ->> '$.target.low' as low_usd,
	body ->> '$.target.central' as central_usd,
	body ->> '$.target.high' as high_usd,
	body ->> '$.comparable' as comparable,
	body ->> '$.supersedes' as supersedes,
	body ->> '$.featured' as featured,
	revision
from record
where kind = 'projections';

create view capex as
select
	body ->> '$.company' as company,
	body ->> '$.fiscal_period' as fiscal_period,
	body ->> '$.period_start' as period_start,
	body ->> '$.period_end' as period_end,
	body ->> '$.amount_usd' as amount_usd,
	body ->> '$.measure' as measure,
	body ->> '$.filed' as filed,
	body ->> '$.source' as source,
	revision
from record
where kind = 'capex';

create view guidance as
select
	body ->> '$.company' as company,
	body ->> '$.given_on' as given_on,
	body ->> '$.period_start' as period_start,
	body ->> '$.period_end' as period_end,
	body ->> '$.low_usd' as low_usd,
	body ->> '$.high_usd' as high_usd,
	body ->> '$.measure' as measure,
	body ->> '$.wording' as wording,
	body ->> '$.source' as source,
	revision
from record
where kind = 'guidance';

create view fundamental as
select
	body ->> '$.company' as company,
	body ->> '$.metric' as metric,
	body ->> '$.period_start' as period_start,
	body ->> '$.period_end' as period_end,
	body ->> '$.as_of' as as_of,
	body ->> '$.amount_usd' as amount_usd,
	body ->> '$.source' as source,
	revision
from record
where kind = 'fundamentals';
