package org.claimtrail.shared.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.claimtrail.shared.start.AtLeastOne;

/** How many requests a minute are answered; who has been still for a minute may ask so many at once. */
@ConfigMapping(prefix = "claimtrail.rate-limit")
interface RateLimitConfig {

    /** Whether requests are counted at all. */
    @WithDefault("true")
    boolean enabled();

    /** Requests a minute without a credential, for each address (of IPv6, each /64). */
    @WithDefault("1200")
    @WithConverter(AtLeastOne.class)
    int anonymous();

    /** Requests a minute for each person, by keys and tokens together; a key's own `rateLimit` takes its place. */
    @WithDefault("6000")
    @WithConverter(AtLeastOne.class)
    int person();

    /** Wrong credentials a minute for each address; beyond, 429 is answered in place of 401. A right one always passes. */
    @WithDefault("30")
    @WithConverter(AtLeastOne.class)
    int failures();

    /** Whether requests from this machine are counted too, and not only those with keys that have a limit of their own. */
    @WithDefault("false")
    boolean thisMachine();

    /** How many callers are remembered at most; the longest unseen is forgotten first. */
    @WithDefault("100000")
    @WithConverter(AtLeastOne.class)
    int callers();
}
