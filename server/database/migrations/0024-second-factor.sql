-- The second factor of an account: one in force, one on trial; both sealed with the agency's key.
create table second_factor (
  agency_id uuid not null,
  staff_id uuid not null,
  sealed bytea,
  pending bytea,
  pending_at timestamptz,
  confirmed_at timestamptz,
  -- The last 30-second step whose number was used: none is taken twice.
  last_step bigint not null default 0,
  codes_left integer not null default 0,
  failures integer not null default 0,
  blocked_until timestamptz,
  primary key (agency_id, staff_id)
);

-- Of whom the agency asks one, and from when on.
create table factor_rule (
  agency_id uuid primary key,
  circle text not null default 'nobody',
  starts_at timestamptz,
  set_by uuid,
  set_at timestamptz not null default now()
);

-- Sessions and devices that their people can name and end.
alter table login_session add column id uuid not null default gen_random_uuid();
alter table login_session add column device_id uuid;
create unique index login_session_id on login_session (agency_id, id);
alter table device_owner add column label text not null default '';
alter table device_owner add column first_seen timestamptz;
alter table device_owner add column seen_at timestamptz;
alter table device_owner add column revoked_at timestamptz;
alter table device_owner alter column first_seen set default now();
create index device_owner_staff on device_owner (agency_id, staff_id);
