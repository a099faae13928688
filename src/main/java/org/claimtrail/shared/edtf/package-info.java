/** World dates as a newsroom knows them: EDTF (ISO 8601-2:2019), levels 0 and 1. */
@NullMarked
package org.claimtrail.shared.edtf;

import org.jspecify.annotations.NullMarked;
