-- When an approved version is published by itself, and in whose name; who is to review a version, and until when.
alter table assessment_version add column publish_at timestamp(6) with time zone;
alter table assessment_version add column scheduled_by varchar(40);
alter table assessment_version add column assignee varchar(40);
alter table assessment_version add column due timestamp(6) with time zone;
create index assessment_version_publish_at on assessment_version (publish_at);
