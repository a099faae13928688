-- Desks of the newsroom, who works on them, and which record belongs to which. A record without a row belongs to none.
create table desk (
  id varchar(40) not null primary key,
  name varchar(200) not null unique,
  created_at timestamp(6) with time zone not null,
  closed_at timestamp(6) with time zone
);

create table desk_member (
  desk varchar(40) not null references desk (id),
  member varchar(40) not null references actor (pseudonym),
  role varchar(16) not null,
  primary key (desk, member)
);
create index desk_member_member on desk_member (member, desk);

-- Stays when the record is erased: that there was a draft is not told to other desks then either.
create table record_desk (
  record_id varchar(40) not null primary key,
  desk varchar(40) not null references desk (id)
);
create index record_desk_desk on record_desk (desk, record_id);
