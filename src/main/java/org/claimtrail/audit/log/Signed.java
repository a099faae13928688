package org.claimtrail.audit.log;

import java.time.Instant;
import org.claimtrail.merkle.Hash;

/**
 * A checkpoint that was signed.
 *
 * @param size entries in the tree
 * @param root the tree's hash
 * @param note the signed note, as bytes
 * @param at when it was signed
 */
record Signed(long size, Hash root, byte[] note, Instant at) {}
