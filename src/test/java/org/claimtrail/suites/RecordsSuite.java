package org.claimtrail.suites;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What desks work with, and who may, and the commands; they take about as long as all the rest. */
@Suite
@SelectPackages({"org.claimtrail.access", "org.claimtrail.assessments", "org.claimtrail.claims", "org.claimtrail.cli"})
@IncludeClassNamePatterns(".*Test")
class RecordsSuite {}
