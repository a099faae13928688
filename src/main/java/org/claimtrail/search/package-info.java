/**
 * Ranked search of claims: an inverted index in each node, made of the database and brought up to date by the log before each
 * answer. {@link ClaimSearch} is the door.
 */
@NullMarked
package org.claimtrail.search;

import org.jspecify.annotations.NullMarked;
