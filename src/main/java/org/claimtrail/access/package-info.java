/** Who may do what: people, their keys and roles, and the actor behind a request. */
@NullMarked
package org.claimtrail.access;

import org.jspecify.annotations.NullMarked;
