-- What this service has cosigned last of each log it is a witness of: one row a log, moved on and never back. Only logs
-- that are configured have one.
create table witness_log (
  origin varchar(1000) not null primary key,
  size bigint not null,
  root bytea not null
);
