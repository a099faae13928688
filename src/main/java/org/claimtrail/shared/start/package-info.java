/** What keeps the service from starting, in words for who started it. */
@NullMarked
package org.claimtrail.shared.start;

import org.jspecify.annotations.NullMarked;
