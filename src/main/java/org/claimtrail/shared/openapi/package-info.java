/** What the API description says of every operation, so that no resource has to repeat it. */
@NullMarked
package org.claimtrail.shared.openapi;

import org.jspecify.annotations.NullMarked;
