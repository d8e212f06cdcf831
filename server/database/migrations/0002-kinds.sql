-- Written by `node server/database/write-kind-tables.ts` from the declarations in core. A test compares the two.

create table "agency" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, id)
);
create index on "agency" (agency_id, scope, position);

create table "staff" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "state" text generated always as (body ->> 'state') stored,
  primary key (agency_id, id)
);
create index on "staff" (agency_id, scope, position);
create index on "staff" (agency_id, "state");

create table "approval" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "action" text generated always as (body ->> 'action') stored,
  "subject_kind" text generated always as (body ->> 'subjectKind') stored,
  "subject_id" text generated always as (body ->> 'subjectId') stored,
  "state" text generated always as (body ->> 'state') stored,
  primary key (agency_id, id)
);
create index on "approval" (agency_id, scope, position);
create index on "approval" (agency_id, "action");
create index on "approval" (agency_id, "subject_kind");
create index on "approval" (agency_id, "subject_id");
create index on "approval" (agency_id, "state");

create table "family" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "code" text generated always as (body ->> 'code') stored,
  "village" text generated always as (body ->> 'village') stored,
  "state" text generated always as (body ->> 'state') stored,
  primary key (agency_id, id)
);
create index on "family" (agency_id, scope, position);
create index on "family" (agency_id, "code");
create index on "family" (agency_id, "village");
create index on "family" (agency_id, "state");
create index on "family" using gin ((body -> 'staff'));

create table "person" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "role" text generated always as (body ->> 'role') stored,
  primary key (agency_id, id)
);
create index on "person" (agency_id, scope, position);
create index on "person" (agency_id, "family_id");
create index on "person" (agency_id, "role");

create table "migration" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "person_id" uuid generated always as ((body ->> 'personId')::uuid) stored,
  primary key (agency_id, id)
);
create index on "migration" (agency_id, scope, position);
create index on "migration" (agency_id, "family_id");
create index on "migration" (agency_id, "person_id");

create table "guardianship" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "child_id" uuid generated always as ((body ->> 'childId')::uuid) stored,
  "adult_id" uuid generated always as ((body ->> 'adultId')::uuid) stored,
  "kind" text generated always as (body ->> 'kind') stored,
  primary key (agency_id, id)
);
create index on "guardianship" (agency_id, scope, position);
create index on "guardianship" (agency_id, "family_id");
create index on "guardianship" (agency_id, "child_id");
create index on "guardianship" (agency_id, "adult_id");
create index on "guardianship" (agency_id, "kind");

create table "pair" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "child_id" uuid generated always as ((body ->> 'childId')::uuid) stored,
  "adult_id" uuid generated always as ((body ->> 'adultId')::uuid) stored,
  primary key (agency_id, id)
);
create index on "pair" (agency_id, scope, position);
create index on "pair" (agency_id, "family_id");
create index on "pair" (agency_id, "child_id");
create index on "pair" (agency_id, "adult_id");

create table "consent" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "subject_id" uuid generated always as ((body ->> 'subjectId')::uuid) stored,
  "given_by_id" uuid generated always as ((body ->> 'givenById')::uuid) stored,
  "purpose" text generated always as (body ->> 'purpose') stored,
  primary key (agency_id, id)
);
create index on "consent" (agency_id, scope, position);
create index on "consent" (agency_id, "family_id");
create index on "consent" (agency_id, "subject_id");
create index on "consent" (agency_id, "given_by_id");
create index on "consent" (agency_id, "purpose");

create table "instrument" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "code" text generated always as (body ->> 'code') stored,
  "version_field" text generated always as (body ->> 'version') stored,
  "state" text generated always as (body ->> 'state') stored,
  primary key (agency_id, id)
);
create index on "instrument" (agency_id, scope, position);
create index on "instrument" (agency_id, "code");
create index on "instrument" (agency_id, "version_field");
create index on "instrument" (agency_id, "state");

create table "wave" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "group_id" uuid generated always as ((body ->> 'groupId')::uuid) stored,
  "state" text generated always as (body ->> 'state') stored,
  "phase" text generated always as (body ->> 'phase') stored,
  "subject" text generated always as (body ->> 'subject') stored,
  primary key (agency_id, id)
);
create index on "wave" (agency_id, scope, position);
create index on "wave" (agency_id, "group_id");
create index on "wave" (agency_id, "state");
create index on "wave" (agency_id, "phase");
create index on "wave" (agency_id, "subject");

create table "answer_sheet" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "wave_id" uuid generated always as ((body ->> 'waveId')::uuid) stored,
  "instrument_id" uuid generated always as ((body ->> 'instrumentId')::uuid) stored,
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "child_id" uuid generated always as ((body ->> 'childId')::uuid) stored,
  "respondent_id" uuid generated always as ((body ->> 'respondentId')::uuid) stored,
  "pair_id" uuid generated always as ((body ->> 'pairId')::uuid) stored,
  "target_id" uuid generated always as ((body ->> 'targetId')::uuid) stored,
  "state" text generated always as (body ->> 'state') stored,
  primary key (agency_id, id)
);
create index on "answer_sheet" (agency_id, scope, position);
create index on "answer_sheet" (agency_id, "wave_id");
create index on "answer_sheet" (agency_id, "instrument_id");
create index on "answer_sheet" (agency_id, "family_id");
create index on "answer_sheet" (agency_id, "child_id");
create index on "answer_sheet" (agency_id, "respondent_id");
create index on "answer_sheet" (agency_id, "pair_id");
create index on "answer_sheet" (agency_id, "target_id");
create index on "answer_sheet" (agency_id, "state");

create table "survey_sheet" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "wave_id" uuid generated always as ((body ->> 'waveId')::uuid) stored,
  "instrument_id" uuid generated always as ((body ->> 'instrumentId')::uuid) stored,
  "respondent_code" text generated always as (body ->> 'respondentCode') stored,
  "group_label" text generated always as (body ->> 'groupLabel') stored,
  primary key (agency_id, id)
);
create index on "survey_sheet" (agency_id, scope, position);
create index on "survey_sheet" (agency_id, "wave_id");
create index on "survey_sheet" (agency_id, "instrument_id");
create index on "survey_sheet" (agency_id, "respondent_code");
create index on "survey_sheet" (agency_id, "group_label");

create table "contact_entry" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "pair_id" uuid generated always as ((body ->> 'pairId')::uuid) stored,
  "on" text generated always as (body ->> 'on') stored,
  primary key (agency_id, id)
);
create index on "contact_entry" (agency_id, scope, position);
create index on "contact_entry" (agency_id, "family_id");
create index on "contact_entry" (agency_id, "pair_id");
create index on "contact_entry" (agency_id, "on");

create table "programme" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "code" text generated always as (body ->> 'code') stored,
  "version_field" text generated always as (body ->> 'version') stored,
  "language" text generated always as (body ->> 'language') stored,
  primary key (agency_id, id)
);
create index on "programme" (agency_id, scope, position);
create index on "programme" (agency_id, "code");
create index on "programme" (agency_id, "version_field");
create index on "programme" (agency_id, "language");

create table "support_group" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "programme_id" uuid generated always as ((body ->> 'programmeId')::uuid) stored,
  "code" text generated always as (body ->> 'code') stored,
  "state" text generated always as (body ->> 'state') stored,
  primary key (agency_id, id)
);
create index on "support_group" (agency_id, scope, position);
create index on "support_group" (agency_id, "programme_id");
create index on "support_group" (agency_id, "code");
create index on "support_group" (agency_id, "state");
create index on "support_group" using gin ((body -> 'team'));

create table "seat" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "group_id" uuid generated always as ((body ->> 'groupId')::uuid) stored,
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "person_id" uuid generated always as ((body ->> 'personId')::uuid) stored,
  "pair_id" uuid generated always as ((body ->> 'pairId')::uuid) stored,
  "strand" text generated always as (body ->> 'strand') stored,
  primary key (agency_id, id)
);
create index on "seat" (agency_id, scope, position);
create index on "seat" (agency_id, "group_id");
create index on "seat" (agency_id, "family_id");
create index on "seat" (agency_id, "person_id");
create index on "seat" (agency_id, "pair_id");
create index on "seat" (agency_id, "strand");

create table "meeting" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "group_id" uuid generated always as ((body ->> 'groupId')::uuid) stored,
  "state" text generated always as (body ->> 'state') stored,
  "planned_on" text generated always as (body ->> 'plannedOn') stored,
  primary key (agency_id, id)
);
create index on "meeting" (agency_id, scope, position);
create index on "meeting" (agency_id, "group_id");
create index on "meeting" (agency_id, "state");
create index on "meeting" (agency_id, "planned_on");

create table "attendance" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "meeting_id" uuid generated always as ((body ->> 'meetingId')::uuid) stored,
  "group_id" uuid generated always as ((body ->> 'groupId')::uuid) stored,
  "family_id" uuid generated always as ((body ->> 'familyId')::uuid) stored,
  "seat_id" uuid generated always as ((body ->> 'seatId')::uuid) stored,
  "person_id" uuid generated always as ((body ->> 'personId')::uuid) stored,
  "presence" text generated always as (body ->> 'presence') stored,
  primary key (agency_id, id)
);
create index on "attendance" (agency_id, scope, position);
create index on "attendance" (agency_id, "meeting_id");
create index on "attendance" (agency_id, "group_id");
create index on "attendance" (agency_id, "family_id");
create index on "attendance" (agency_id, "seat_id");
create index on "attendance" (agency_id, "person_id");
create index on "attendance" (agency_id, "presence");

create table "meeting_record" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "group_id" uuid generated always as ((body ->> 'groupId')::uuid) stored,
  "meeting_id" uuid generated always as ((body ->> 'meetingId')::uuid) stored,
  "strand" text generated always as (body ->> 'strand') stored,
  "state" text generated always as (body ->> 'state') stored,
  primary key (agency_id, id)
);
create index on "meeting_record" (agency_id, scope, position);
create index on "meeting_record" (agency_id, "group_id");
create index on "meeting_record" (agency_id, "meeting_id");
create index on "meeting_record" (agency_id, "strand");
create index on "meeting_record" (agency_id, "state");

create table "form_template" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "form" text generated always as (body ->> 'form') stored,
  "language" text generated always as (body ->> 'language') stored,
  primary key (agency_id, id)
);
create index on "form_template" (agency_id, scope, position);
create index on "form_template" (agency_id, "form");
create index on "form_template" (agency_id, "language");

create table "report" (
  agency_id uuid not null,
  id uuid not null,
  scope text not null,
  position bigint not null,
  version integer not null,
  key_owner text not null,
  body jsonb not null,
  sealed bytea,
  trail jsonb not null default '[]',
  removed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  "group_id" uuid generated always as ((body ->> 'groupId')::uuid) stored,
  "template_id" uuid generated always as ((body ->> 'templateId')::uuid) stored,
  "form" text generated always as (body ->> 'form') stored,
  "made_on" text generated always as (body ->> 'madeOn') stored,
  primary key (agency_id, id)
);
create index on "report" (agency_id, scope, position);
create index on "report" (agency_id, "group_id");
create index on "report" (agency_id, "template_id");
create index on "report" (agency_id, "form");
create index on "report" (agency_id, "made_on");

alter table "person" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;

alter table "migration" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "migration" add foreign key (agency_id, "person_id") references "person" (agency_id, id) deferrable initially deferred;

alter table "guardianship" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "guardianship" add foreign key (agency_id, "child_id") references "person" (agency_id, id) deferrable initially deferred;
alter table "guardianship" add foreign key (agency_id, "adult_id") references "person" (agency_id, id) deferrable initially deferred;

alter table "pair" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "pair" add foreign key (agency_id, "child_id") references "person" (agency_id, id) deferrable initially deferred;
alter table "pair" add foreign key (agency_id, "adult_id") references "person" (agency_id, id) deferrable initially deferred;

alter table "consent" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "consent" add foreign key (agency_id, "subject_id") references "person" (agency_id, id) deferrable initially deferred;
alter table "consent" add foreign key (agency_id, "given_by_id") references "person" (agency_id, id) deferrable initially deferred;

alter table "wave" add foreign key (agency_id, "group_id") references "support_group" (agency_id, id) deferrable initially deferred;

alter table "answer_sheet" add foreign key (agency_id, "wave_id") references "wave" (agency_id, id) deferrable initially deferred;
alter table "answer_sheet" add foreign key (agency_id, "instrument_id") references "instrument" (agency_id, id) deferrable initially deferred;
alter table "answer_sheet" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "answer_sheet" add foreign key (agency_id, "child_id") references "person" (agency_id, id) deferrable initially deferred;
alter table "answer_sheet" add foreign key (agency_id, "respondent_id") references "person" (agency_id, id) deferrable initially deferred;
alter table "answer_sheet" add foreign key (agency_id, "pair_id") references "pair" (agency_id, id) deferrable initially deferred;
alter table "answer_sheet" add foreign key (agency_id, "target_id") references "person" (agency_id, id) deferrable initially deferred;

alter table "survey_sheet" add foreign key (agency_id, "wave_id") references "wave" (agency_id, id) deferrable initially deferred;
alter table "survey_sheet" add foreign key (agency_id, "instrument_id") references "instrument" (agency_id, id) deferrable initially deferred;

alter table "contact_entry" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "contact_entry" add foreign key (agency_id, "pair_id") references "pair" (agency_id, id) deferrable initially deferred;

alter table "support_group" add foreign key (agency_id, "programme_id") references "programme" (agency_id, id) deferrable initially deferred;

alter table "seat" add foreign key (agency_id, "group_id") references "support_group" (agency_id, id) deferrable initially deferred;
alter table "seat" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "seat" add foreign key (agency_id, "person_id") references "person" (agency_id, id) deferrable initially deferred;
alter table "seat" add foreign key (agency_id, "pair_id") references "pair" (agency_id, id) deferrable initially deferred;

alter table "meeting" add foreign key (agency_id, "group_id") references "support_group" (agency_id, id) deferrable initially deferred;

alter table "attendance" add foreign key (agency_id, "meeting_id") references "meeting" (agency_id, id) deferrable initially deferred;
alter table "attendance" add foreign key (agency_id, "group_id") references "support_group" (agency_id, id) deferrable initially deferred;
alter table "attendance" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "attendance" add foreign key (agency_id, "seat_id") references "seat" (agency_id, id) deferrable initially deferred;
alter table "attendance" add foreign key (agency_id, "person_id") references "person" (agency_id, id) deferrable initially deferred;

alter table "meeting_record" add foreign key (agency_id, "group_id") references "support_group" (agency_id, id) deferrable initially deferred;
alter table "meeting_record" add foreign key (agency_id, "meeting_id") references "meeting" (agency_id, id) deferrable initially deferred;

alter table "report" add foreign key (agency_id, "group_id") references "support_group" (agency_id, id) deferrable initially deferred;
alter table "report" add foreign key (agency_id, "template_id") references "form_template" (agency_id, id) deferrable initially deferred;

create or replace view entry with (security_invoker = true) as
select agency_id, 'agency'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "agency"
union all
select agency_id, 'staff'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "staff"
union all
select agency_id, 'approval'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "approval"
union all
select agency_id, 'family'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "family"
union all
select agency_id, 'person'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "person"
union all
select agency_id, 'migration'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "migration"
union all
select agency_id, 'guardianship'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "guardianship"
union all
select agency_id, 'pair'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "pair"
union all
select agency_id, 'consent'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "consent"
union all
select agency_id, 'instrument'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "instrument"
union all
select agency_id, 'wave'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "wave"
union all
select agency_id, 'answerSheet'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "answer_sheet"
union all
select agency_id, 'surveySheet'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "survey_sheet"
union all
select agency_id, 'contactEntry'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "contact_entry"
union all
select agency_id, 'programme'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "programme"
union all
select agency_id, 'supportGroup'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "support_group"
union all
select agency_id, 'seat'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "seat"
union all
select agency_id, 'meeting'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "meeting"
union all
select agency_id, 'attendance'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "attendance"
union all
select agency_id, 'meetingRecord'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "meeting_record"
union all
select agency_id, 'formTemplate'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "form_template"
union all
select agency_id, 'report'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "report";

