/** Backup and restore of the embedded database with what stands beside it, while the service is stopped. */
@NullMarked
package org.claimtrail.cli.backup;

import org.jspecify.annotations.NullMarked;
