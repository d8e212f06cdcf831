-- Written by `node server/database/write-kind-tables.ts` from the declarations in core. A test compares the two.

create table "goal" (
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
  "set_on" text generated always as (body ->> 'setOn') stored,
  primary key (agency_id, id)
);
create index on "goal" (agency_id, scope, position);
create index on "goal" (agency_id, "family_id");
create index on "goal" (agency_id, "pair_id");
create index on "goal" (agency_id, "set_on");

create table "goal_rating" (
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
  "goal_id" uuid generated always as ((body ->> 'goalId')::uuid) stored,
  "moment" text generated always as (body ->> 'moment') stored,
  primary key (agency_id, id)
);
create index on "goal_rating" (agency_id, scope, position);
create index on "goal_rating" (agency_id, "family_id");
create index on "goal_rating" (agency_id, "goal_id");
create index on "goal_rating" (agency_id, "moment");

create table "agreed_task" (
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
  "agreed_on" text generated always as (body ->> 'agreedOn') stored,
  primary key (agency_id, id)
);
create index on "agreed_task" (agency_id, scope, position);
create index on "agreed_task" (agency_id, "family_id");
create index on "agreed_task" (agency_id, "pair_id");
create index on "agreed_task" (agency_id, "agreed_on");

create table "stated_change" (
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
  "said_on" text generated always as (body ->> 'saidOn') stored,
  primary key (agency_id, id)
);
create index on "stated_change" (agency_id, scope, position);
create index on "stated_change" (agency_id, "family_id");
create index on "stated_change" (agency_id, "pair_id");
create index on "stated_change" (agency_id, "said_on");

alter table "goal" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "goal" add foreign key (agency_id, "pair_id") references "pair" (agency_id, id) deferrable initially deferred;

alter table "goal_rating" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "goal_rating" add foreign key (agency_id, "goal_id") references "goal" (agency_id, id) deferrable initially deferred;

alter table "agreed_task" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "agreed_task" add foreign key (agency_id, "pair_id") references "pair" (agency_id, id) deferrable initially deferred;

alter table "stated_change" add foreign key (agency_id, "family_id") references "family" (agency_id, id) deferrable initially deferred;
alter table "stated_change" add foreign key (agency_id, "pair_id") references "pair" (agency_id, id) deferrable initially deferred;

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
select agency_id, 'goal'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "goal"
union all
select agency_id, 'goalRating'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "goal_rating"
union all
select agency_id, 'agreedTask'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "agreed_task"
union all
select agency_id, 'statedChange'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "stated_change"
union all
select agency_id, 'formTemplate'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "form_template"
union all
select agency_id, 'report'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "report"
union all
select agency_id, 'surveyReport'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "survey_report";

