package org.claimtrail.shared.who;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether what is published can be read without a key. */
@ApplicationScoped
public class PublicRead {

    private final boolean open;

    PublicRead(@ConfigProperty(name = "claimtrail.public-read", defaultValue = "true") boolean open) {
        this.open = open;
    }

    public boolean isOpen() {
        return open;
    }

    /** How long and where an answer that is the same for everyone may be kept: by shared caches only while reads are open. */
    public String caching(String whenOpen) {
        return open ? whenOpen : whenOpen.replace("public", "private");
    }
}
