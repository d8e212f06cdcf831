-- Whom cookies speak for, all that arrive together in one question; and by which versions of which records they are
-- described, so that those need not be read again until they change. The epoch tells one history from another.
create function find_sessions(hashes bytea[])
  returns table (token_hash bytea, agency_id uuid, staff_id uuid, ends_at timestamptz, described_by text)
  language sql security definer set search_path = kiteline, pg_temp as
  $$ select s.token_hash, s.agency_id, s.staff_id, s.ends_at, concat_ws('|', e.id, p.version, p.position, a.version, a.position)
     from login_session s
     join staff p on p.agency_id = s.agency_id and p.id = s.staff_id
     join agency a on a.agency_id = s.agency_id and a.id = s.agency_id
     cross join epoch e
     where s.token_hash = any(hashes) and s.ends_at > now() $$;
revoke execute on function find_sessions(bytea[]) from public;
grant execute on function find_sessions(bytea[]) to kiteline_app;

-- Row-level security keeps an overlap of arrays away from the index over waits_for: what is held is found by this one.
create index change_log_held on change_log (agency_id) where status = 'held';
drop index change_log_waiting;

-- Nobody asks one by one any more.
drop function find_session(bytea);
