/**
 * The transparency log: takes what is committed in {@code audit_pending}, gives each leaf its place in a Merkle tree, signs
 * checkpoints and serves them with tiles and proofs. Knows leaves as bytes and nothing of what they say.
 *
 * <p>{@link org.claimtrail.audit.log.Sequencer} grows the tree, {@link org.claimtrail.audit.log.Publisher} signs and
 * exposes it, {@link org.claimtrail.audit.log.StartComparison} refuses a tree that is not the one shown before.
 */
@NullMarked
package org.claimtrail.audit.log;

import org.jspecify.annotations.NullMarked;
