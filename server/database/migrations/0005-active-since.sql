-- Since when an account's present holder has it. Accounts that were in use before this was kept count from the last code
-- that was used, or from when they were made; colleagues who exist in the records only stay without.
update staff set body = body || jsonb_build_object('activeSince', to_char(
    coalesce(
      (select max(at) from audit a where a.agency_id = staff.agency_id and a.record_id = staff.id and a.action = 'login.codeUsed'),
      login.created_at
    ) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
from login
where login.agency_id = staff.agency_id and login.staff_id = staff.id and login.password_hash is not null
  and not staff.body ? 'activeSince';

-- Devices hold the accounts as they were: they are given anew.
update scope_head set position = position + 1 where scope = 'agency';
update staff set position = scope_head.position, version = version + 1
from scope_head
where scope_head.agency_id = staff.agency_id and scope_head.scope = 'agency' and staff.scope = 'agency' and staff.body ? 'activeSince';
