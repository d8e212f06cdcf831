-- A family that was erased for good: what stays of it. No name, no number of a paper file, no word that was written about it.
create table erasure (
  agency_id uuid not null,
  family_id uuid not null,
  -- Devices ask for what was erased after the position they know.
  position bigint not null,
  erased_at timestamptz not null,
  -- Null: done again by the house itself, after an older backup had brought the family back.
  erased_by uuid,
  approval_id uuid,
  code_hash text not null,
  ground text,
  alone boolean not null default false,
  counts jsonb not null,
  -- Kept files that are still to be removed from the disk; their key is destroyed already.
  files_left text[] not null default '{}',
  primary key (agency_id, family_id)
);
create index on erasure (agency_id, position);
create index change_log_erased on change_log (agency_id, record_id) where status = 'erased';
