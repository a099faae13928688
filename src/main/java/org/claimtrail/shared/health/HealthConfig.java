package org.claimtrail.shared.health;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the service is ready for traffic. */
@ConfigMapping(prefix = "claimtrail.health")
interface HealthConfig {

    /** How long the database may take to answer before the service is not ready. */
    @WithDefault("2s")
    Duration databaseTimeout();

    /** How long the disks may take to say how much room there is before the service is not ready. */
    @WithDefault("2s")
    Duration diskTimeout();

    /** How much room there must be on the disks that the service writes to; with less it is not ready. */
    @WithDefault("256M")
    MemorySize diskFloor();
}
