-- Of a subject's events each follows the one before it. Whoever appends holds the subject's lock; or takes it with the event,
-- and then finds by this that somebody else was first.
create unique index audit_event_prev on audit_event (prev);
