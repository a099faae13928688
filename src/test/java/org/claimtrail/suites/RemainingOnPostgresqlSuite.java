package org.claimtrail.suites;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Of {@link RemainingSuite} what touches the database, for PostgreSQL. */
@Suite
@SelectPackages({
    "org.claimtrail.audit",
    "org.claimtrail.exchange",
    "org.claimtrail.history",
    "org.claimtrail.shared.idempotency"
})
@SelectClasses(
        names = {
            "org.claimtrail.OpenApiExamplesTest",
            "org.claimtrail.search.ClaimSearchTest",
            "org.claimtrail.shared.database.RowsTest",
            "org.claimtrail.shared.database.WritesTest",
            "org.claimtrail.shared.http.DatabaseOutOfReachTest"
        })
@ExcludePackages({"org.claimtrail.audit.log", "org.claimtrail.audit.witness", "org.claimtrail.history.kept"})
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns({".*PropertyTest", ".*\\.VerifierModule.*", ".*\\.ConcurrentEditTest", ".*\\.EventIndexTest"})
class RemainingOnPostgresqlSuite {}
