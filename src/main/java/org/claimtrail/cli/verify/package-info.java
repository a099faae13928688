/**
 * Audits a whole log from outside: over HTTP, out of exported files, or in the database with the state that has to follow
 * from it. Shares no code with what writes the log; {@code docs/attacks.md} says what each check is good for.
 *
 * <p>{@link org.claimtrail.cli.verify.Commands} is the door. {@code PublishedLog} audits what everyone can read,
 * {@code LogTables} the tables of the log, {@code StateAudit} everything else in the database.
 */
@NullMarked
package org.claimtrail.cli.verify;

import org.jspecify.annotations.NullMarked;
