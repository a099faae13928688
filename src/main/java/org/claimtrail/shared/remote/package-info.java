/** Requests to other services, which are trusted with neither our time nor our memory. */
@NullMarked
package org.claimtrail.shared.remote;

import org.jspecify.annotations.NullMarked;
