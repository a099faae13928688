/** Who is asking, as far as every package may know it: what they may see, not who they are. */
@NullMarked
package org.claimtrail.shared.who;

import org.jspecify.annotations.NullMarked;
