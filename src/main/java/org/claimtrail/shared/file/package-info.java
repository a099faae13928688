/** Files of this service beside its database: what they are called, and how one is written that must not be lost. */
@NullMarked
package org.claimtrail.shared.file;

import org.jspecify.annotations.NullMarked;
