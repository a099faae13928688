/** What comes in and goes out in bulk; the seeds that come with the program, and imports (below). */
@NullMarked
package org.claimtrail.exchange;

import org.jspecify.annotations.NullMarked;
