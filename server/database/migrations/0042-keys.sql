-- Keys have a number and can be changed: while what the one before sealed is sealed anew, both are here.
alter table seal_key
  add column generation integer not null default 1,
  add column earlier bytea,
  add column changed_at timestamptz,
  -- Kept files that were sealed anew under another name; the old ones are still to be removed from the disk.
  add column files_left text[] not null default '{}';
create index seal_key_changing on seal_key (agency_id, owner) where earlier is not null;

-- Which master key wraps them, and what was derived from the first one and must outlive it.
create table master_key (
  single boolean primary key default true check (single),
  id text not null,
  secret bytea,
  changed_at timestamptz not null default now()
);

-- The number of the key that sealed a value (server/records/seal.ts).
create function sealed_generation(sealed bytea) returns integer language sql immutable strict as
  $$ select case when length(sealed) < 3 then null when get_byte(sealed, 0) = 1 then 1
       else get_byte(sealed, 1) * 256 + get_byte(sealed, 2) end $$;
