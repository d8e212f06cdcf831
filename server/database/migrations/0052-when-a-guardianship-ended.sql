-- When the last day of a guardianship was written down, as it stands: what is written of it later (its paper, whether the child was
-- heard) says nothing about links made in between. Where nobody finds that change any more it counts as written this moment.
create function end_written_at(g guardianship) returns timestamptz language sql stable set search_path = kiteline, pg_temp as
  $$ select coalesce((
         select c.arrived_at from jsonb_array_elements(g.trail) mark
           join change_log c on c.agency_id = g.agency_id and c.id = (mark ->> 'changeId')::uuid
          where mark -> 'fields' ? 'until'), now()) $$;

create or replace function ended_by_family(l family_link) returns boolean language sql stable set search_path = kiteline, pg_temp as
  $$ select exists (
         select 1 from restricted_party r
          where r.agency_id = l.agency_id and r.family_id = l.family_id and r.person_id = l.person_id
            and (r.child_id is null or r.child_id = l.child_id) and not r.removed
            and (r.state = 'standing' or l.made_at < (r.body ->> 'liftedAt')::timestamptz))
       or coalesce((
         select bool_and(coalesce(g.body ->> 'until' <= (now() at time zone 'Asia/Shanghai')::date::text, false))
            and bool_or((l.made_at at time zone 'Asia/Shanghai')::date::text < g.body ->> 'until'
                        or l.made_at < end_written_at(g))
           from guardianship g
          where g.agency_id = l.agency_id and g.child_id = l.child_id and g.adult_id = l.person_id
            and g.body ->> 'kind' = 'legalGuardian' and not g.removed), false) $$;
