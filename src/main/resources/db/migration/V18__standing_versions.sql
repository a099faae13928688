-- What stands of a record, past however many versions and drafts of it there are.
create index record_version_standing on record_version (record_id, known_until);
