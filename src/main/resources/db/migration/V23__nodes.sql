-- The nodes that hold what they have read, and a number that each makes larger while it is there: so one that is alone knows.
-- Nothing of a ledger is in here; the embedded database has no other node, and no row.
create table node (
  id varchar(36) not null primary key,
  beat bigint not null
);
