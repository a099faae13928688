/** System time: one clock, in whole microseconds, because that is what every database keeps; and what is done but seldom. */
@NullMarked
package org.claimtrail.shared.time;

import org.jspecify.annotations.NullMarked;
