/**
 * Claims: one checkable statement each, who made it, where it appeared and through whom it got there; typed relations
 * between claims; the graph of attributions.
 */
@NullMarked
package org.claimtrail.claims;

import org.jspecify.annotations.NullMarked;
