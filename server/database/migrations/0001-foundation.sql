-- The house's own tables: who signs in, keys, the change log, the audit, the feed's heads, files, links.
-- Every table carries agency_id: row-level security binds it, and a distributed database can shard by it.

create table epoch (
  single boolean primary key default true check (single),
  id uuid not null,
  begun_at timestamptz not null default now()
);
insert into epoch (id) values (gen_random_uuid());

create table login (
  agency_id uuid not null,
  staff_id uuid not null,
  login_name text not null,
  password_hash text,
  activation_hash bytea,
  activation_until timestamptz,
  failures integer not null default 0,
  blocked_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (agency_id, staff_id)
);
create unique index login_name_once on login (lower(login_name));

create table login_session (
  token_hash bytea primary key,
  agency_id uuid not null,
  staff_id uuid not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  device_label text not null default ''
);
create index login_session_staff on login_session (agency_id, staff_id);

create table seal_key (
  agency_id uuid not null,
  owner text not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (agency_id, owner)
);

create table scope_head (
  agency_id uuid not null,
  scope text not null,
  position bigint not null,
  primary key (agency_id, scope)
);

create table change_log (
  agency_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  kind text not null,
  verb text not null,
  actor_id uuid not null,
  device_id uuid not null,
  device_seq bigint not null,
  claimed_at timestamptz not null,
  arrived_at timestamptz not null default now(),
  scope text not null,
  key_owner text not null,
  status text not null,
  answer jsonb not null,
  payload_hash text not null,
  payload bytea not null,
  waits_for uuid[],
  primary key (agency_id, id)
);
create index change_log_record on change_log (agency_id, record_id);
create index change_log_waiting on change_log using gin (waits_for) where status = 'held';

create table device (
  agency_id uuid not null,
  device_id uuid not null,
  highest bigint not null default 0,
  missing bigint[] not null default '{}',
  seen_at timestamptz not null default now(),
  primary key (agency_id, device_id)
);

create table audit (
  agency_id uuid not null,
  seq bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id uuid,
  device_id uuid,
  action text not null,
  kind text,
  record_id uuid,
  scope text,
  change_id uuid,
  detail jsonb not null default '{}',
  claimed_at timestamptz,
  tx xid8 not null default pg_current_xact_id(),
  payload_hash text,
  chain bytea,
  primary key (agency_id, seq)
);
create index audit_unsealed on audit (agency_id, seq) where chain is null;
create index audit_record on audit (agency_id, record_id);

create table stored_file (
  agency_id uuid not null,
  id uuid not null,
  key_owner text not null,
  purpose text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  file_name bytea,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (agency_id, id)
);

create table family_link (
  agency_id uuid not null,
  id uuid not null,
  token_hash bytea not null unique,
  family_id uuid not null,
  -- Who holds it: one person, one purpose.
  person_id uuid not null,
  child_id uuid not null,
  purpose text not null,
  wave_id uuid,
  instrument_id uuid,
  pair_id uuid,
  target_id uuid,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  revoked_at timestamptz,
  -- The light check: a code told by the worker; null asks for the child's year of birth.
  check_code text,
  check_failures integer not null default 0,
  opened_at timestamptz,
  answered_at timestamptz,
  draft bytea,
  draft_at timestamptz,
  primary key (agency_id, id)
);
create index family_link_family on family_link (agency_id, family_id);

-- Sign-in happens before the agency is known: three narrow doors past row-level security, and nothing else.
create function find_login(name text) returns setof login language sql security definer set search_path = kiteline, pg_temp as
  $$ select * from login where lower(login_name) = lower(name) $$;
create function find_activation(hash bytea) returns setof login language sql security definer set search_path = kiteline, pg_temp as
  $$ select * from login where activation_hash = hash and activation_until > now() $$;
create function find_session(hash bytea) returns setof login_session language sql security definer set search_path = kiteline, pg_temp as
  $$ select * from login_session where token_hash = hash and ends_at > now() $$;
create function find_link(hash bytea) returns setof family_link language sql security definer set search_path = kiteline, pg_temp as
  $$ select * from family_link where token_hash = hash $$;
create function is_login_taken(name text) returns boolean language sql security definer set search_path = kiteline, pg_temp as
  $$ select exists (select 1 from login where lower(login_name) = lower(name)) $$;
create function is_set_up() returns boolean language sql security definer set search_path = kiteline, pg_temp as
  $$ select exists (select 1 from login) $$;
create function agencies_with_unsealed_audit() returns setof uuid language sql security definer set search_path = kiteline, pg_temp as
  $$ select distinct agency_id from audit where chain is null $$;
