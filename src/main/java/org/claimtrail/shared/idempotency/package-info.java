/** Keyed POSTs that may be repeated: the act happens once, and its answer is kept, sealed, for a day. */
@NullMarked
package org.claimtrail.shared.idempotency;

import org.jspecify.annotations.NullMarked;
