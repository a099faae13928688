-- People who sign in with a token of an identity provider are known by issuer and subject; two of them may have the same
-- name. The name that keys are made for stays one person's.
alter table actor rename column name to holder;
alter table actor alter column holder drop not null;
alter table actor add column name varchar(200);
update actor set name = holder;
alter table actor alter column name set not null;
alter table actor add column issuer varchar(500);
alter table actor add column subject varchar(255);
alter table actor add constraint actor_login unique (issuer, subject);

-- What a key is limited to: nothing where there is no value. Scopes and ranges of addresses are separated by blanks.
alter table api_key add column expires_at timestamp(6) with time zone;
alter table api_key add column scopes varchar(200);
alter table api_key add column addresses varchar(4000);
alter table api_key add column rate_limit integer;
-- The secret before the last rotation, and until when it goes on working.
alter table api_key add column former_hash bytea;
alter table api_key add column former_until timestamp(6) with time zone;
-- Coarse, and no part of the record: written beside requests, never by them.
alter table api_key add column last_used_at timestamp(6) with time zone;
