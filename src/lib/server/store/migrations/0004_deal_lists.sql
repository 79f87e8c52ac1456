-- The view of deals shows every field of a deal that is not a table of its own.

drop view deal;

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
	revision,
	body -> '$.hardware' as hardware,
	body -> '$.workloads' as workloads
from record
where kind = 'deals';
