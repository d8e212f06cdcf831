-- What a family handed in and a rule refused: kept for the worker, with the reason and the day it was sent.
alter table family_link
  add column sent_at timestamptz,
  add column sent_on date,
  add column sent_language text,
  add column sent_refusal jsonb;

-- Half-written answers end with their link. What was handed in waits 90 days, or 30 past the link's end, whichever is first.
create function stale_family_links() returns table (agency_id uuid, id uuid) language sql security definer set search_path = kiteline, pg_temp as
  $$ select agency_id, id from family_link where draft is not null and
       case when sent_refusal is null then ends_at < now()
            else least(sent_at + interval '90 days', ends_at + interval '30 days') < now() end $$;
revoke execute on function stale_family_links() from public;
grant execute on function stale_family_links() to kiteline_app;
