/** Typed ids: what a bare id in a log or an e-mail names. */
@NullMarked
package org.claimtrail.shared.id;

import org.jspecify.annotations.NullMarked;
