-- The transparency log: an RFC 6962 tree over the leaves of audit_pending, laid out as C2SP tlog-tiles. Rows of
-- audit_entry, audit_tile, audit_checkpoint and audit_published are written once and never changed.

-- One row: how far the tree has grown, and the roots of its largest complete subtrees.
create table log_state (
  id integer not null primary key,
  size bigint not null,
  frontier bytea not null
);
insert into log_state (id, size, frontier) values (1, 0, '');

create table audit_entry (
  log_index bigint not null primary key,
  event_id varchar(40) not null unique,
  leaf bytea not null,
  hash bytea not null
);

-- Full tiles only: 256 hashes, and the root over them, which is one hash of the tile above. A partial tile is a part of
-- one of these, or is read from the rows below it.
create table audit_tile (
  level integer not null,
  n bigint not null,
  data bytea not null,
  root bytea not null,
  primary key (level, n)
);

-- What was signed, and of that what was shown to anyone; the second with the signatures of witnesses.
create table audit_checkpoint (
  size bigint not null primary key,
  root bytea not null,
  note bytea not null,
  signed_at timestamp(6) with time zone not null
);
create table audit_published (
  size bigint not null primary key references audit_checkpoint (size),
  note bytea not null,
  published_at timestamp(6) with time zone not null
);

-- The public keys that sign or signed checkpoints; a key that is retired signs no more.
create table audit_key (
  id varchar(40) not null primary key,
  vkey varchar(300) not null unique,
  since timestamp(6) with time zone not null,
  retired_at timestamp(6) with time zone
);
