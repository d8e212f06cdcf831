-- A link that is made for somebody whose guardianship has ended is made knowingly. That is kept with the link: a wrong last day that is
-- corrected later says when the guardianship ended, not what the worker knew.
alter table family_link add column made_after_end boolean not null default false;

create or replace function ended_by_family(l family_link) returns boolean language sql stable set search_path = kiteline, pg_temp as
  $$ select exists (
         select 1 from restricted_party r
          where r.agency_id = l.agency_id and r.family_id = l.family_id and r.person_id = l.person_id
            and (r.child_id is null or r.child_id = l.child_id) and not r.removed
            and (r.state = 'standing' or l.made_at < (r.body ->> 'liftedAt')::timestamptz))
       or (not l.made_after_end and coalesce((
         select bool_and(coalesce(g.body ->> 'until' <= (now() at time zone 'Asia/Shanghai')::date::text, false))
            and bool_or((l.made_at at time zone 'Asia/Shanghai')::date::text < g.body ->> 'until'
                        or l.made_at < end_written_at(g))
           from guardianship g
          where g.agency_id = l.agency_id and g.child_id = l.child_id and g.adult_id = l.person_id
            and g.body ->> 'kind' = 'legalGuardian' and not g.removed), false)) $$;
