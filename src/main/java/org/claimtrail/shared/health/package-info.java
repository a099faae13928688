/** Whether this process should be given traffic, and if not, why. */
@NullMarked
package org.claimtrail.shared.health;

import org.jspecify.annotations.NullMarked;
