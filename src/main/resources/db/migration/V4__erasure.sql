-- What readers may not have: withheld until it is released, or erased for good. One row a record, none for an open one.
create table record_closure (
  record_id varchar(40) not null primary key,
  state varchar(16) not null,
  ground varchar(32) not null,
  since timestamp(6) with time zone not null,
  event_id varchar(40) not null
);

-- Which record a stored answer tells of, so that erasure finds it. Answers from before are of unknown subject.
alter table idempotency add column subject varchar(40);
create index idempotency_subject on idempotency (subject);
