package org.claimtrail.suites;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All that {@link RecordsSuite} leaves. */
@Suite
@SelectPackages("org.claimtrail")
@ExcludePackages({"org.claimtrail.access", "org.claimtrail.assessments", "org.claimtrail.claims", "org.claimtrail.cli"})
@IncludeClassNamePatterns(".*Test")
class RemainingSuite {}
