-- Whose words lie in a package: those of the approval with this digest. What was printed is kept beside what went out by link.
alter table transfer_link add column approved_digest text not null default '';
