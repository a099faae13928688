-- Records that are part of another one, and are seen, locked and erased with it. Stays when they are erased, as record_desk does.
create table record_part (
  record_id varchar(40) not null primary key,
  whole varchar(40) not null
);
create index record_part_whole on record_part (whole, record_id);

-- What people of the newsroom say to each other about an assessment: one row a comment, as it stands.
create table review_comment (
  id varchar(40) not null primary key,
  assessment_id varchar(40) not null,
  author varchar(40) not null,
  created_at timestamp(6) with time zone not null,
  version integer not null,
  event_id varchar(40) not null,
  reply_to varchar(40),
  resolved boolean not null
);
create index review_comment_assessment on review_comment (assessment_id, created_at, id);
