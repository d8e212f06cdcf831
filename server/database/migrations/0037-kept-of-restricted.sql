-- What somebody had begun to answer before they were kept away from the child waits for a worker like what a rule refused.
create or replace function stale_family_links() returns table (agency_id uuid, id uuid) language sql security definer set search_path = kiteline, pg_temp as
  $$ select l.agency_id, l.id from family_link l where l.draft is not null and
       case when l.sent_refusal is not null then least(l.sent_at + interval '90 days', l.ends_at + interval '30 days') < now()
            when exists (select 1 from restricted_party r where r.agency_id = l.agency_id and r.family_id = l.family_id
                           and r.person_id = l.person_id and (r.child_id is null or r.child_id = l.child_id)
                           and r.state = 'standing' and not r.removed)
              then least(l.draft_at + interval '90 days', l.ends_at + interval '30 days') < now()
            else l.ends_at < now() end $$;
