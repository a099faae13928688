/** Bulk import: many records in one request, which can be sent again. Its door is the HTTP interface. */
@org.jspecify.annotations.NullMarked
package org.claimtrail.exchange.imports;
