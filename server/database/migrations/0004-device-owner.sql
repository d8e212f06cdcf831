-- Whose device it is: colleagues see device ids in trails, and nobody may count for a device that is not theirs.
create table device_owner (
  agency_id uuid not null,
  device_id uuid not null,
  staff_id uuid not null,
  primary key (agency_id, device_id)
);
