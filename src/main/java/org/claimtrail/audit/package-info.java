/**
 * The audit trail: what happened, committed with the write it tells of. {@link org.claimtrail.audit.AuditLog#append}
 * is the only way in. The leaf bytes and the salted commitment are final from here on; the tree is built over them.
 */
@NullMarked
package org.claimtrail.audit;

import org.jspecify.annotations.NullMarked;
