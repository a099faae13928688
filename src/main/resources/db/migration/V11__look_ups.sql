-- What stood at an instant is a range of known_until, from which no index gives a list in its order.
create index agent_known on agent (known_from, id);
create index source_known on source (known_from, id);
create index claim_known on claim (known_from, id);
create index relation_known on relation (known_from, id);
create index rating_scale_known on rating_scale (known_from, id);

-- The relations of a claim, sorted as the list shows them.
create index relation_from_recorded on relation (from_claim, known_until, known_from, id);
create index relation_to_recorded on relation (to_claim, known_until, known_from, id);
drop index relation_from;
drop index relation_to;

-- A source by its address, of which there may be more than PostgreSQL takes into an index.
alter table source add column url_begin varchar;
update source set url_begin = substring(url, 1, 500);
create index source_url on source (url_begin, known_until, known_from, id);

-- In lower case a letter may be two.
alter table claim_topic alter column topic set data type varchar(400);
