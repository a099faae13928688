/** What is exported of requests as traces (OpenTelemetry), where that was switched on. */
@NullMarked
package org.claimtrail.shared.traces;

import org.jspecify.annotations.NullMarked;
