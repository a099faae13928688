/** What tests share: builders, vectors, fixtures. */
@NullMarked
package org.claimtrail.support;

import org.jspecify.annotations.NullMarked;
