/** What a text in a request must look like, as Bean Validation constraints whose messages say exactly what is wrong. */
@NullMarked
package org.claimtrail.shared.validation;

import org.jspecify.annotations.NullMarked;
