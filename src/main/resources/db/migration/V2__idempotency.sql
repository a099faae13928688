-- The answers to keyed POSTs of the last 24 hours, for repetitions. Sealed under a key that is not stored here.
create table idempotency (
    scope varchar(64) not null primary key,
    fingerprint varchar(64) not null,
    answer bytea not null,
    recorded_at timestamp(6) with time zone not null
);

create index idempotency_recorded_at on idempotency (recorded_at);
