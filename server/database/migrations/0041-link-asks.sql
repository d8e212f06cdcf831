-- On which points a link to the notice asks for a decision; null asks all of them.
alter table family_link add column asks text[];
