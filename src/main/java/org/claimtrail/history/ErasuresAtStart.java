package org.claimtrail.history;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimtrail.shared.reader.Reader;
import org.jboss.logging.Logger;

/**
 * Brings database and ledger of erasures together before anybody can read: what an older copy of the database has
 * brought back is erased again; what a crash kept from the ledger is added to it.
 */
@Singleton
class ErasuresAtStart {

    private static final Logger LOG = Logger.getLogger(ErasuresAtStart.class);

    /** Behind whatever loads records at start. */
    private static final int LAST = 100_000;

    private final Erasures erasures;
    private final Closures closures;
    private final ErasureLedger ledger;
    private final Reader reader;

    ErasuresAtStart(Erasures erasures, Closures closures, ErasureLedger ledger, Reader reader) {
        this.erasures = erasures;
        this.closures = closures;
        this.ledger = ledger;
        this.reader = reader;
    }

    void onStart(@Observes @Priority(LAST) StartupEvent starting) {
        if (!reader.isOn()) { // what it reads is erased by those who write, and keeps no ledger of its own
            reconcile();
        }
    }

    void reconcile() {
        List<ErasedRecord> written = ledger.read();
        Set<String> known = new HashSet<>();
        for (ErasedRecord record : written) {
            known.add(record.record());
            if (erasures.repeat(record)) {
                ledger.contentErased();
                LOG.warnf(
                        "%s was erased on %s, and the database held it again: it is erased again",
                        record.record(), record.at());
            }
        }
        if (ledger.isKept()) {
            complete(known);
        }
    }

    private void complete(Set<String> known) {
        closures.erased().stream()
                .map(ErasedRecord::of)
                .filter(record -> known.add(record.record()))
                .forEach(record -> {
                    ledger.append(record);
                    LOG.warnf("The erasure of %s was missing from the ledger: it is added", record.record());
                });
    }
}
