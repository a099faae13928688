package org.claimtrail.audit.witness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whose witness this service is. */
@ConfigMapping(prefix = "claimtrail.audit.witness")
public interface WitnessConfig {

    /** Whether it is one. */
    @WithDefault("false")
    boolean enabled();

    /** The name of its key: a URL without scheme. Whoever trusts the key knows it by this name. */
    Optional<String> name();

    /** The public keys of the logs it follows, as signed-note vkeys; a key's name is the origin of its log. */
    Optional<List<String>> logs();
}
