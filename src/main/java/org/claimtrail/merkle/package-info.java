/**
 * Merkle trees as RFC 6962 and RFC 9162 define them, and the C2SP formats around them: tlog-tiles, signed-note,
 * tlog-checkpoint, tlog-proof, tlog-cosignature,
 * tlog-witness. Needs nothing but Java: no framework, no database.
 */
@NullMarked
package org.claimtrail.merkle;

import org.jspecify.annotations.NullMarked;
