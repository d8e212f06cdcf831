-- What the receiver answered, which the state no longer tells once a transfer is completed.
alter table transfer_skeleton add column answer text;
