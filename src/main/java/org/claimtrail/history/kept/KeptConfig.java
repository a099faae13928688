package org.claimtrail.history.kept;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what the public reads is kept in memory. */
@ConfigMapping(prefix = "claimtrail.kept-answers")
interface KeptConfig {

    /** Answers that are kept, in bytes, but never more than an eighth of the heap; `0` keeps none. */
    @WithDefault("64M")
    MemorySize memory();
}
