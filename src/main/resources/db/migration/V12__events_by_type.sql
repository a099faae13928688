-- Events of a type, for each audience by itself: who asks for a type passes over none that others alone may see.
create index audit_event_type_audience on audit_event (type, audience, event_id);
