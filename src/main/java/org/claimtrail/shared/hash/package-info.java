/** Hashing as everything here does it. */
@NullMarked
package org.claimtrail.shared.hash;

import org.jspecify.annotations.NullMarked;
