-- The sample village is opened once: whoever comes again enters the one that is there.
create function find_sample() returns table (agency_id uuid, staff_id uuid) language sql security definer set search_path = kiteline, pg_temp as
  $$ select agency.agency_id, login.staff_id from agency join login using (agency_id)
     where agency.body ->> 'sample' = 'true' order by agency.created_at limit 1 $$;

-- Content that comes with a new Kiteline is put on every agency's shelf when it starts.
create function all_agencies() returns setof uuid language sql security definer set search_path = kiteline, pg_temp as
  $$ select agency_id from agency order by created_at $$;

revoke execute on function find_sample(), all_agencies() from public;
grant execute on function find_sample(), all_agencies() to kiteline_app;
