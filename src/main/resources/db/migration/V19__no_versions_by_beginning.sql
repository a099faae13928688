-- The index of V18 came in its place. What was known at an instant is the first that ended after it.
drop index record_version_known;
