/** JSON as this service reads it (strictly) and writes it (canonically). */
@NullMarked
package org.claimtrail.shared.json;

import org.jspecify.annotations.NullMarked;
