package org.claimtrail.shared.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.claimtrail.shared.start.AtLeastOne;

/** How long clients and this service let each other wait. */
@ConfigMapping(prefix = "claimtrail.http")
interface HttpConfig {

    /** How many requests are worked on at once; more are refused with 503 at once, and not queued. */
    @WithDefault("150")
    @WithConverter(AtLeastOne.class)
    int requests();

    /** How long the head of a request may take to arrive before its connection is closed (HTTP/1.1). */
    @WithDefault("10s")
    Duration headTimeout();

    /** How long a body may take to arrive before it is refused with 408. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** How long a request may be worked on before it is answered with 503; what its client asks to wait comes on top. */
    @WithDefault("10s")
    Duration answerTimeout();
}
