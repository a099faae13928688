-- The same script runs on H2 and PostgreSQL. Ids are TypeIDs in text form. An open end of system time is
-- 9999-12-31, so that "what stands now" is an equality that every index can serve.

-- The audit trail, first half -----------------------------------------------------------------------------------

create table audit_event (
  event_id varchar(40) not null primary key,
  at timestamp(6) with time zone not null,
  actor varchar(40) not null,
  type varchar(64) not null,
  subject varchar(40) not null,
  version integer not null,
  reason varchar(32) not null,
  prev varchar(40),
  audience integer not null
);
create index audit_event_subject on audit_event (subject, event_id);
create index audit_event_actor on audit_event (actor, event_id);
create index audit_event_type on audit_event (type, event_id);

-- Committed and not yet in the tree; a row leaves when the sequencer gives it an index.
create table audit_pending (
  event_id varchar(40) not null primary key,
  leaf bytea not null
);

-- The erasable half of an event: part 0 is what the leaf commits to, the parts above it are confidential and
-- committed to inside part 0.
create table audit_content (
  event_id varchar(40) not null,
  part integer not null,
  salt bytea not null,
  content bytea not null,
  primary key (event_id, part)
);

-- History: the one mechanism that makes every record versioned ------------------------------------------------

create table record_version (
  record_id varchar(40) not null,
  n integer not null,
  recorded_at timestamp(6) with time zone not null,
  known_from timestamp(6) with time zone,
  known_until timestamp(6) with time zone,
  event_id varchar(40) not null,
  published_event varchar(40),
  tag varchar(40) not null,
  primary key (record_id, n)
);
create index record_version_known on record_version (record_id, known_from);

-- Who ---------------------------------------------------------------------------------------------------------

create table actor (
  pseudonym varchar(40) not null primary key,
  name varchar(200) not null unique,
  agent varchar(40)
);

create table api_key (
  id varchar(40) not null primary key,
  secret_hash bytea not null,
  role varchar(16) not null,
  holder varchar(40) not null references actor (pseudonym),
  note varchar(500),
  created_at timestamp(6) with time zone not null,
  created_by varchar(40),
  revoked_at timestamp(6) with time zone
);

-- Agents and sources ------------------------------------------------------------------------------------------

create table agent (
  id varchar(40) not null,
  version integer not null,
  known_from timestamp(6) with time zone not null,
  known_until timestamp(6) with time zone not null,
  event_id varchar(40) not null,
  type varchar(20) not null,
  name varchar not null,
  search_text varchar not null,
  primary key (id, version)
);
create index agent_recorded on agent (known_until, known_from, id);

create table source (
  id varchar(40) not null,
  version integer not null,
  known_from timestamp(6) with time zone not null,
  known_until timestamp(6) with time zone not null,
  event_id varchar(40) not null,
  url varchar,
  title varchar not null,
  publisher varchar(40),
  medium varchar(32) not null,
  language varchar(64),
  published_from integer not null,
  published_until integer not null,
  search_text varchar not null,
  primary key (id, version)
);
create index source_recorded on source (known_until, known_from, id);
create index source_publisher on source (publisher, known_until, known_from, id);

-- Claims ------------------------------------------------------------------------------------------------------

create table claim (
  id varchar(40) not null,
  version integer not null,
  known_from timestamp(6) with time zone not null,
  known_until timestamp(6) with time zone not null,
  event_id varchar(40) not null,
  claimant varchar(40) not null,
  language varchar(64) not null,
  status varchar(16) not null,
  merged_into varchar(40),
  stated_from integer not null,
  stated_until integer not null,
  changed_at timestamp(6) with time zone not null,
  search_text varchar not null,
  primary key (id, version)
);
create index claim_recorded on claim (known_until, known_from, id);
create index claim_stated on claim (known_until, stated_from, id);
create index claim_changed on claim (known_until, changed_at, id);
create index claim_claimant on claim (claimant, known_until, known_from, id);

create table claim_topic (
  claim_id varchar(40) not null,
  version integer not null,
  topic varchar(200) not null,
  primary key (claim_id, version, topic)
);
create index claim_topic_topic on claim_topic (topic, claim_id, version);

-- What is published about a claim, as a list of claims shows it; pushed by the assessments.
create table claim_verdict (
  assessment_id varchar(40) not null,
  version integer not null,
  claim_id varchar(40) not null,
  assessor varchar(40) not null,
  rating varchar(64) not null,
  label varchar not null,
  score double precision,
  change_type varchar(16) not null,
  stands boolean not null,
  known_from timestamp(6) with time zone not null,
  known_until timestamp(6) with time zone not null,
  primary key (assessment_id, version)
);
create index claim_verdict_claim on claim_verdict (claim_id, known_until);
create index claim_verdict_rating on claim_verdict (rating, known_until, claim_id);
create index claim_verdict_assessor on claim_verdict (assessor, known_until, claim_id);

create table relation (
  id varchar(40) not null,
  version integer not null,
  known_from timestamp(6) with time zone not null,
  known_until timestamp(6) with time zone not null,
  event_id varchar(40) not null,
  from_claim varchar(40) not null,
  type varchar(16) not null,
  to_claim varchar(40) not null,
  state varchar(16) not null,
  primary key (id, version)
);
create index relation_recorded on relation (known_until, known_from, id);
create index relation_from on relation (from_claim, known_until);
create index relation_to on relation (to_claim, known_until);

-- One relation of a kind between two claims; the first row of a pair keeps the place.
create table relation_pair (
  from_claim varchar(40) not null,
  type varchar(16) not null,
  to_claim varchar(40) not null,
  relation_id varchar(40) not null,
  primary key (from_claim, type, to_claim)
);

-- Assessments -------------------------------------------------------------------------------------------------

create table rating_scale (
  id varchar(40) not null,
  version integer not null,
  known_from timestamp(6) with time zone not null,
  known_until timestamp(6) with time zone not null,
  event_id varchar(40) not null,
  owner varchar(40) not null,
  name varchar not null,
  primary key (id, version)
);
create index rating_scale_recorded on rating_scale (known_until, known_from, id);

create table assessment (
  id varchar(40) not null primary key,
  claim_id varchar(40) not null,
  assessor varchar(40) not null,
  created_at timestamp(6) with time zone not null,
  head_version integer not null,
  published_version integer
);
create index assessment_claim on assessment (claim_id, id);

create table assessment_version (
  id varchar(40) not null,
  version integer not null,
  claim_id varchar(40) not null,
  assessor varchar(40) not null,
  state varchar(16) not null,
  rating varchar(64) not null,
  label varchar not null,
  score double precision,
  change_type varchar(16),
  author varchar(40) not null,
  authors varchar not null,
  approver varchar(40),
  recorded_at timestamp(6) with time zone not null,
  step_at timestamp(6) with time zone not null,
  step_event varchar(40) not null,
  returned boolean not null,
  known_from timestamp(6) with time zone,
  known_until timestamp(6) with time zone,
  primary key (id, version)
);
create index assessment_version_claim on assessment_version (claim_id, recorded_at, id);
create index assessment_version_state on assessment_version (state, step_at, id);
create index assessment_version_recorded on assessment_version (known_until, recorded_at, id);
create index assessment_version_changes on assessment_version (change_type, known_from, id);
