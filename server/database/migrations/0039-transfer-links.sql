-- What a transfer hands over by link: the sealed package, the code told on the telephone, and who opened it.
create table transfer_link (
  agency_id uuid not null,
  id uuid not null,
  token_hash bytea not null unique,
  family_id uuid not null,
  transfer_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  revoked_at timestamptz,
  code_hash bytea not null,
  code_failures integer not null default 0,
  opened_at timestamptz,
  package bytea not null,
  primary key (agency_id, id)
);
create index transfer_link_transfer on transfer_link (agency_id, transfer_id);
create index transfer_link_family on transfer_link (agency_id, family_id);
create function find_transfer_link(hash bytea) returns setof transfer_link language sql security definer set search_path = kiteline, pg_temp as
  $$ select * from transfer_link where token_hash = hash $$;
revoke execute on function find_transfer_link(bytea) from public;
grant execute on function find_transfer_link(bytea) to kiteline_app;

-- What came with a family from another agency: sealed with the family's key until the family has agreed to be served here.
create table transfer_received (
  agency_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  package bytea not null,
  primary key (agency_id, id)
);
create index transfer_received_family on transfer_received (agency_id, family_id);

-- What stays in the register of a family that was erased: that there was a transfer, when, on which ground. No name and no word.
create table transfer_skeleton (
  agency_id uuid not null,
  transfer_id uuid not null,
  what text not null,
  ground text not null,
  parts text[] not null,
  state text not null,
  drafted_on date not null,
  approved_on date,
  handed_on date,
  channel text,
  answered_on date,
  revoked_on date,
  completed_on date,
  erased_on date not null,
  primary key (agency_id, transfer_id)
);
create index audit_transfer on audit (agency_id, record_id)
  where action in ('transfer.opened', 'transfer.codeWrong', 'transfer.downloaded', 'transfer.answered');
