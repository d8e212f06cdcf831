-- The sample village founds an agency too. Whoever has looked at it first must still be able to set up their own.
create function has_real_agency() returns boolean language sql security definer set search_path = kiteline, pg_temp as
  $$ select exists (select 1 from agency where body ->> 'sample' is distinct from 'true') $$;

-- These functions look past row-level security: nobody but the account that serves requests may ask them.
revoke execute on all functions in schema kiteline from public;
grant execute on all functions in schema kiteline to kiteline_app;
