-- Who may read and write. Instants are milliseconds since 1970 in UTC; of tokens, links and keys only the SHA-256 is kept.

create table user (
	id integer primary key,
	name text not null unique collate nocase,
	email text not null unique,
	role text not null check (role in ('editor', 'administrator')),
	-- scrypt with its costs and salt; null until it is chosen by a one-time link
	password text,
	created integer not null,
	ended integer
) strict;

create table session (
	id integer primary key,
	token_hash text not null unique,
	user integer not null references user (id),
	created integer not null,
	last_seen integer not null,
	user_agent text not null,
	ended integer
) strict;

create index session_by_user on session (user);

create table api_key (
	id integer primary key,
	key_hash text not null unique,
	user integer not null references user (id),
	name text not null,
	prefix text not null,
	scopes text not null check (scopes in ('read', 'write', 'read write')),
	created integer not null,
	last_used integer,
	ended integer
) strict;

create index api_key_by_user on api_key (user);

-- Failed and unfinished attempts. The account is the SHA-256 of what was typed: people type passwords there, too.
create table sign_in_attempt (
	id integer primary key,
	account text not null,
	address text not null,
	at integer not null
) strict;

create index sign_in_attempt_by_account on sign_in_attempt (account, at);
create index sign_in_attempt_by_address on sign_in_attempt (address, at);

-- One-time links: to choose a password, or, without a user, to make the first administrator.
create table setup_token (
	token_hash text primary key,
	user integer references user (id),
	expires integer not null
) strict, without rowid;

-- What was answered to a write with an Idempotency-Key: the same request again gets the same answer and writes nothing.
create table kept_answer (
	user integer not null references user (id),
	key text not null,
	request_hash text not null,
	status integer not null,
	headers text not null check (json_valid(headers)),
	body text not null,
	at integer not null,
	primary key (user, key)
) strict, without rowid;

create index kept_answer_by_age on kept_answer (at);
