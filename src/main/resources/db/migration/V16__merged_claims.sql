-- The claims that were merged into one, for its dossier and the list.
create index claim_merged on claim (merged_into, known_until, known_from, id);
