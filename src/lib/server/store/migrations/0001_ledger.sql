-- The history is the ledger: every write adds one revision and its changes, nothing is ever taken away.

create table revision (
	id integer primary key,
	at text not null,
	who text not null,
	why text not null
) strict;

create table change (
	revision integer not null references revision (id),
	kind text not null,
	key text not null,
	before text check (before is null or json_valid(before)),
	after text check (after is null or json_valid(after)),
	primary key (kind, key, revision),
	check (before is not null or after is not null)
) strict;

create index change_by_revision on change (revision);

create trigger revision_stays before update on revision begin
	select raise(abort, 'a revision never changes');
end;

create trigger revision_remains before delete on revision begin
	select raise(abort, 'a revision is never deleted');
end;

create trigger change_stays before update on change begin
	select raise(abort, 'a change never changes');
end;

create trigger change_remains before delete on change begin
	select raise(abort, 'a change is never deleted');
end;

-- What holds now: the last change of each record, for reading at once.
create table record (
	kind text not null,
	key text not null,
	body text not null check (json_valid(body)),
	revision integer not null references revision (id),
	primary key (kind, key)
) strict;

-- What the dataset said when it was last loaded. A record whose own digest is another has been edited here.
create table origin (
	kind text not null,
	key text not null,
	digest text not null,
	primary key (kind, key)
) strict, without rowid;
