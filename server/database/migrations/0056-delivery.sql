-- How an agency sends notices of links: one row per way, all of it sealed with the agency's key.
create table delivery_channel (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  sealed bytea not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, kind)
);

-- What was sent: written before the request leaves. No text, no whole number; without a family it was a trial.
create table sent_notice (
  agency_id uuid not null,
  id uuid not null,
  family_id uuid,
  link_id uuid,
  person_id uuid,
  kind text not null,
  purpose text not null,
  state text not null,
  error text not null default '',
  reach text not null,
  sent_by uuid not null,
  sent_at timestamptz not null default now(),
  primary key (agency_id, id)
);
create index sent_notice_family on sent_notice (agency_id, family_id, sent_at);
create index sent_notice_time on sent_notice (agency_id, sent_at, id);
-- One request at a time to the same link by the same way.
create unique index sent_notice_under_way on sent_notice (agency_id, link_id, kind) where state = 'sending';
