/** Tests of the packaged program, in processes of its own. */
@NullMarked
package org.claimtrail.it;

import org.jspecify.annotations.NullMarked;
