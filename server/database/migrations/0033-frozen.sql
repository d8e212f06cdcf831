-- A family that is only stored: what its list shows, and its rows as they were, out of every table that anything reads.
create table frozen_family (
  agency_id uuid not null,
  family_id uuid not null,
  code text not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null,
  ground text not null,
  held boolean not null default false,
  last_service_on date,
  -- Scopes beside the family's own from which rows were taken: devices are given them anew.
  scopes text[] not null default '{}',
  primary key (agency_id, family_id)
);
create table frozen_row (
  agency_id uuid not null,
  family_id uuid not null,
  place text not null,
  id uuid not null,
  body jsonb not null,
  primary key (agency_id, family_id, place, id)
);
create index on frozen_row (agency_id, id);
