/**
 * What every record shares: versions that never change, kept as canonical bytes and served as such; reads by version
 * and by system time; differences between versions. {@link org.claimtrail.history.History} is the door.
 */
@NullMarked
package org.claimtrail.history;

import org.jspecify.annotations.NullMarked;
