/**
 * This service as a witness of other logs: cosigns a checkpoint of a log it follows when it goes on from the last one it
 * cosigned. Off unless configured.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>
 */
@NullMarked
package org.claimtrail.audit.witness;

import org.jspecify.annotations.NullMarked;
