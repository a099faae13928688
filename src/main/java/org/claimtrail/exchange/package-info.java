/** What comes in and goes out in bulk; so far the seeds that come with the program. */
@NullMarked
package org.claimtrail.exchange;

import org.jspecify.annotations.NullMarked;
