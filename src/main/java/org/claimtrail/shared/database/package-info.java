/** Which database the program was packaged for. */
@NullMarked
package org.claimtrail.shared.database;

import org.jspecify.annotations.NullMarked;
