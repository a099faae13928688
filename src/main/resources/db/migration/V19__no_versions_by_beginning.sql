-- The index of V18 came in its place. What was known at an instant has not ended before it.
drop index record_version_known;
