/** The command {@code move}: a whole ledger from the embedded database to PostgreSQL. */
@NullMarked
package org.claimtrail.cli.move;

import org.jspecify.annotations.NullMarked;
