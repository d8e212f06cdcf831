-- Who was given what of a family: found without reading the whole audit.
create index audit_scope on audit (agency_id, scope) where action = 'read.delivered';
