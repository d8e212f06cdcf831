-- Who had to stay out of an erased family: concerns about its children stay, and stay closed to them. Their own numbers, no word.
alter table erasure add column kept_out uuid[] not null default '{}';
