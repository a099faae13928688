/**
 * What the build runs beside each other, in two processes, each with services of its own: the tests of a suite share one, which
 * a class that is run by itself would have to start anew. A new test is in a suite without being named here.
 */
@NullMarked
package org.claimtrail.suites;

import org.jspecify.annotations.NullMarked;
