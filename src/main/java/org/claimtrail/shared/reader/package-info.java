/** Nodes that only read, from a copy of the database that others write. */
@NullMarked
package org.claimtrail.shared.reader;

import org.jspecify.annotations.NullMarked;
