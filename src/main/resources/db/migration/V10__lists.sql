-- Lists of assessments with their drafts begin anywhere in time; without this the embedded database sorted all there are.
create index assessment_version_at on assessment_version (recorded_at, id);
