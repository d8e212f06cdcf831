-- What somebody had begun to answer waits for a worker also when the restriction was lifted meanwhile, for the link stays dead, and
-- when the guardianship that it was made for has ended. The same rule as isCutOff and isFromGuardianship in core/families/may-reach.ts.
create function ended_by_family(l family_link) returns boolean language sql stable set search_path = kiteline, pg_temp as
  $$ select exists (
         select 1 from restricted_party r
          where r.agency_id = l.agency_id and r.family_id = l.family_id and r.person_id = l.person_id
            and (r.child_id is null or r.child_id = l.child_id) and not r.removed
            and (r.state = 'standing' or l.made_at < (r.body ->> 'liftedAt')::timestamptz))
       or coalesce((
         select bool_and(coalesce(g.body ->> 'until' <= (now() at time zone 'Asia/Shanghai')::date::text, false))
            and bool_or((l.made_at at time zone 'Asia/Shanghai')::date::text < g.body ->> 'until'
                        or l.made_at < coalesce((select max(c.arrived_at) from change_log c
                                                  where c.agency_id = g.agency_id and c.record_id = g.id), now()))
           from guardianship g
          where g.agency_id = l.agency_id and g.child_id = l.child_id and g.adult_id = l.person_id
            and g.body ->> 'kind' = 'legalGuardian' and not g.removed), false) $$;

create or replace function stale_family_links() returns table (agency_id uuid, id uuid) language sql security definer set search_path = kiteline, pg_temp as
  $$ select l.agency_id, l.id from family_link l where l.draft is not null and
       case when l.sent_refusal is not null then least(l.sent_at + interval '90 days', l.ends_at + interval '30 days') < now()
            when ended_by_family(l) then least(l.draft_at + interval '90 days', l.ends_at + interval '30 days') < now()
            else l.ends_at < now() end $$;
