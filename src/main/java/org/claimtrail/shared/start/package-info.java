/** What keeps the service from starting, in words for who started it, and whose turn it is on the first start. */
@NullMarked
package org.claimtrail.shared.start;

import org.jspecify.annotations.NullMarked;
