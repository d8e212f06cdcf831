-- Which of these devices must lock: ended by their owner or an administrator, or of somebody who is suspended. Asked by
-- devices that have no session any more, so before the agency is known; answers nothing but ids that were given.
create function shut_devices(ids uuid[]) returns setof uuid language sql security definer set search_path = kiteline, pg_temp as
  $$ select d.device_id from device_owner d
     left join staff s on s.agency_id = d.agency_id and s.id = d.staff_id
     where d.device_id = any(ids) and (d.revoked_at is not null or s.state = 'suspended') $$;
revoke execute on function shut_devices(uuid[]) from public;
grant execute on function shut_devices(uuid[]) to kiteline_app;
