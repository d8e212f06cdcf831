-- While keys are changed: how many kept files of an owner could not be read. The earlier key stays as long as there is one.
alter table seal_key add column files_missing integer not null default 0;
