-- Takes another lock than the index that came in its place: one after the other in one transaction, they would end in a
-- deadlock with nodes that write meanwhile.
drop index audit_event_type;
