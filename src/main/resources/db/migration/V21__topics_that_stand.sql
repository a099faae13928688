-- The claims about a topic in the order that lists have them. Each topic repeats since when and until when its version stands.
drop index claim_topic_topic;
alter table claim_topic add column known_from timestamp(6) with time zone;
alter table claim_topic add column known_until timestamp(6) with time zone;
update claim_topic set (known_from, known_until) = (select c.known_from, c.known_until from claim c
  where c.id = claim_topic.claim_id and c.version = claim_topic.version);
alter table claim_topic alter column known_from set not null;
alter table claim_topic alter column known_until set not null;
create index claim_topic_standing on claim_topic (topic, known_until, known_from, claim_id);
