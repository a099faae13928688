/**
 * How every resource speaks HTTP: refusals as problem documents (RFC 9457), preconditions and preferences, keyset
 * pages, repeatable POSTs, and the headers every answer carries.
 */
@NullMarked
package org.claimtrail.shared.http;

import org.jspecify.annotations.NullMarked;
