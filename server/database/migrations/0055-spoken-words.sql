-- Written by `node server/database/write-kind-tables.ts` from the declarations in core. A test compares the two.

create table "spoken_words" (
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
  "words" text generated always as (body ->> 'words') stored,
  primary key (agency_id, id)
);
create index on "spoken_words" (agency_id, scope, position);
create index on "spoken_words" (agency_id, "words");

create or replace view entry with (security_invoker = true) as
select agency_id, 'agency'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "agency"
union all
select agency_id, 'staff'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "staff"
union all
select agency_id, 'approval'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "approval"
union all
select agency_id, 'incident'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "incident"
union all
select agency_id, 'impactAssessment'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "impact_assessment"
union all
select agency_id, 'disclosure'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "disclosure"
union all
select agency_id, 'staffRecord'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "staff_record"
union all
select agency_id, 'urgentReading'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "urgent_reading"
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
select agency_id, 'acknowledgement'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "acknowledgement"
union all
select agency_id, 'availability'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "availability"
union all
select agency_id, 'rightsRequest'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "rights_request"
union all
select agency_id, 'restrictedParty'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "restricted_party"
union all
select agency_id, 'excludedStaff'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "excluded_staff"
union all
select agency_id, 'instrument'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "instrument"
union all
select agency_id, 'wave'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "wave"
union all
select agency_id, 'answerSheet'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "answer_sheet"
union all
select agency_id, 'surveySheet'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "survey_sheet"
union all
select agency_id, 'paperEntry'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "paper_entry"
union all
select agency_id, 'familyPaperEntry'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "family_paper_entry"
union all
select agency_id, 'waveReminder'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "wave_reminder"
union all
select agency_id, 'interview'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "interview"
union all
select agency_id, 'interviewGuide'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "interview_guide"
union all
select agency_id, 'transcript'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "transcript"
union all
select agency_id, 'codebookCode'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "codebook_code"
union all
select agency_id, 'codingPass'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "coding_pass"
union all
select agency_id, 'codedSpan'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "coded_span"
union all
select agency_id, 'episode'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "episode"
union all
select agency_id, 'observationSheet'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "observation_sheet"
union all
select agency_id, 'homeVisit'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "home_visit"
union all
select agency_id, 'evidenceSource'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "evidence_source"
union all
select agency_id, 'spokenWords'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "spoken_words"
union all
select agency_id, 'contactEntry'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "contact_entry"
union all
select agency_id, 'noContact'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "no_contact"
union all
select agency_id, 'contactMatch'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "contact_match"
union all
select agency_id, 'pledge'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "pledge"
union all
select agency_id, 'contactPlan'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "contact_plan"
union all
select agency_id, 'cardShown'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "card_shown"
union all
select agency_id, 'pictureCheck'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "picture_check"
union all
select agency_id, 'couple'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "couple"
union all
select agency_id, 'parentage'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "parentage"
union all
select agency_id, 'lifeFact'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "life_fact"
union all
select agency_id, 'relationQuality'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "relation_quality"
union all
select agency_id, 'systemTie'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "system_tie"
union all
select agency_id, 'goalReview'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "goal_review"
union all
select agency_id, 'servicePlan'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "service_plan"
union all
select agency_id, 'pairProfile'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "pair_profile"
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
select agency_id, 'memberMark'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "member_mark"
union all
select agency_id, 'homeTaskReturn'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "home_task_return"
union all
select agency_id, 'asyncStep'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "async_step"
union all
select agency_id, 'absenceFollowUp'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "absence_follow_up"
union all
select agency_id, 'memberLine'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "member_line"
union all
select agency_id, 'recordComment'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "record_comment"
union all
select agency_id, 'pairRating'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "pair_rating"
union all
select agency_id, 'observerTicks'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "observer_ticks"
union all
select agency_id, 'meetingWork'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "meeting_work"
union all
select agency_id, 'groupGoal'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "group_goal"
union all
select agency_id, 'groupPlan'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "group_plan"
union all
select agency_id, 'groupReview'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "group_review"
union all
select agency_id, 'caseFile'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "case_file"
union all
select agency_id, 'caseContact'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "case_contact"
union all
select agency_id, 'caseFollowUp'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "case_follow_up"
union all
select agency_id, 'caseConference'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "case_conference"
union all
select agency_id, 'caseDismissal'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "case_dismissal"
union all
select agency_id, 'fileReview'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "file_review"
union all
select agency_id, 'supervisionRecord'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "supervision_record"
union all
select agency_id, 'supervisionQuestion'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "supervision_question"
union all
select agency_id, 'transfer'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "transfer"
union all
select agency_id, 'receivedTransfer'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "received_transfer"
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
select agency_id, 'surveyReport'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "survey_report"
union all
select agency_id, 'concern'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "concern"
union all
select agency_id, 'concernReporter'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "concern_reporter"
union all
select agency_id, 'concernReport'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "concern_report"
union all
select agency_id, 'concernExclusion'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "concern_exclusion"
union all
select agency_id, 'callList'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "call_list"
union all
select agency_id, 'promptAnswer'::text as kind, id, scope, position, version, key_owner, body, sealed, trail, removed from "prompt_answer";

