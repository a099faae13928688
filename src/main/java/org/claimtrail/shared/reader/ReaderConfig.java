package org.claimtrail.shared.reader;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings of a node that only reads. */
@ConfigMapping(prefix = "claimtrail.reader")
public interface ReaderConfig {

    /** `true` or `false`, in these letters: whether this node only reads, from a hot standby of the PostgreSQL database that other nodes write. */
    @WithDefault("false")
    boolean enabled();

    /** The URL of a writing node, to be named to whoever asks this one for more than a read. */
    Optional<URI> writer();

    /** How long a read waits for the event that it names in `Audit-Event` before it is answered with 503. */
    @WithDefault("2s")
    Duration patience();

    /** How far the standby may be behind before this node is not ready. */
    @WithDefault("30s")
    Duration maxLag();
}
