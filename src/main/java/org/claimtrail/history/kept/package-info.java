/**
 * Answers to the public that are kept in memory, and given again while nothing has changed that they show. What is kept can be
 * left out without a difference but time.
 */
@NullMarked
package org.claimtrail.history.kept;

import org.jspecify.annotations.NullMarked;
