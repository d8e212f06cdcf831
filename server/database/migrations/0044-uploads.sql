-- Files on their way: they come in parts, over lines that break. What is whole becomes a stored file of the same id; what
-- never gets whole is swept.
create table upload (
  agency_id uuid not null,
  id uuid not null,
  key_owner text not null,
  purpose text not null,
  size bigint not null,
  sha256 text not null,
  file_name bytea not null,
  created_by uuid not null,
  touched_at timestamptz not null default now(),
  primary key (agency_id, id)
);
create index upload_owner on upload (agency_id, key_owner);

-- Its id is made from the upload's and its number: the same part is the same row, however often it comes.
create table upload_part (
  agency_id uuid not null,
  id uuid not null,
  upload_id uuid not null,
  key_owner text not null,
  number integer not null,
  bytes bytea not null,
  primary key (agency_id, id),
  unique (agency_id, upload_id, number),
  foreign key (agency_id, upload_id) references upload (agency_id, id) on delete cascade deferrable initially deferred
);
