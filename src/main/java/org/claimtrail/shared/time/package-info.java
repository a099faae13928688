/** System time: one clock, in whole microseconds, because that is what every database keeps. */
@NullMarked
package org.claimtrail.shared.time;

import org.jspecify.annotations.NullMarked;
