package org.claimtrail.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.claimtrail.shared.reader.Reader;

/** On the first start with an empty database: one administrator's key, printed once. */
@Singleton
class FirstKey {

    /** Before everything that may want to tell that the service is ready. */
    private static final int EARLY = 100;

    private final Keys keys;
    private final Reader reader;

    FirstKey(Keys keys, Reader reader) {
        this.keys = keys;
        this.reader = reader;
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent started) {
        if (!reader.isOn()) {
            keys.first("Administrator", FirstKey::print);
        }
    }

    /** To standard output and not to the log: logs are shipped and kept. */
    @SuppressWarnings("SystemOut")
    private static void print(String credential) {
        System.out.println("Administrator's key, shown this once:\n" + credential);
    }
}
