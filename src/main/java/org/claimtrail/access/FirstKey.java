package org.claimtrail.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** On the first start with an empty database: one administrator's key, printed once. */
@Singleton
class FirstKey {

    /** Before everything that may want to tell that the service is ready. */
    private static final int EARLY = 100;

    private final Keys keys;

    FirstKey(Keys keys) {
        this.keys = keys;
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent started) {
        keys.first("Administrator", FirstKey::print);
    }

    /** To standard output and not to the log: logs are shipped and kept. */
    @SuppressWarnings("SystemOut")
    private static void print(String credential) {
        System.out.println("Administrator's key, shown this once:\n" + credential);
    }
}
