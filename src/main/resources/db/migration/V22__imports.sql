-- Imports: what ids of records follow from, with the names that these have where they come from.
create table record_import (
  id varchar(40) not null primary key,
  name varchar(200) not null,
  actor varchar(40) not null,
  desk varchar(40) references desk (id),
  started_at timestamp(6) with time zone not null,
  recorded bigint not null
);
