package org.claimtrail.suites;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Of {@link RecordsSuite} what touches the database, for PostgreSQL, and what makes it last as long as the other one. */
@Suite
@SelectPackages({"org.claimtrail.assessments", "org.claimtrail.claims"})
@SelectClasses(
        names = {
            "org.claimtrail.access.AccessNotesTest",
            "org.claimtrail.access.KeysTest",
            "org.claimtrail.history.ConcurrentEditTest"
        })
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns({".*PropertyTest", ".*\\.SecretsEverywhereTest", ".*\\.ValidationTest"})
class RecordsOnPostgresqlSuite {}
