/** How much one caller may ask, so that nobody keeps the others from being answered. */
@NullMarked
package org.claimtrail.shared.rate;

import org.jspecify.annotations.NullMarked;
