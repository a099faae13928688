package org.claimtrail.history;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.file.DataFiles;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What was erased, outside the database: an older copy of the database, restored, knows nothing of later erasures, and
 * this file is what {@link ErasuresAtStart} repeats them by. It holds ids and legal bases, no content.
 */
@ApplicationScoped
class ErasureLedger {

    private static final Logger LOG = Logger.getLogger(ErasureLedger.class);

    private final Optional<LedgerFile> file;
    private final Optional<Path> data;

    ErasureLedger(Config config, @ConfigProperty(name = "claimtrail.data-dir") Optional<Path> data) {
        this.file = config.ledger().map(LedgerFile::new);
        this.data = data;
    }

    /** Whether one is kept. */
    boolean isKept() {
        return file.isPresent();
    }

    /** All erasures, the first one first; none where no ledger is kept. */
    List<ErasedRecord> read() {
        return file.map(LedgerFile::read).orElse(List.of());
    }

    /** Adds one that is committed. */
    void append(ErasedRecord record) {
        try {
            contentErased();
        } finally {
            file.ifPresent(ledger -> ledger.append(record));
        }
    }

    /** The old bytes in the file of the embedded database are to go, wherever the ledger is, and if there is none. */
    void contentErased() {
        data.filter(folder -> Files.exists(folder.resolve(DataFiles.DATABASE)))
                .ifPresent(ErasureLedger::markForCompaction);
    }

    /** An erasure that cannot be written down stands all the same; the next start adds it. */
    void onErased(@Observes(during = TransactionPhase.AFTER_SUCCESS) ErasedRecord record) {
        try {
            append(record);
        } catch (UncheckedIOException e) {
            LOG.errorf(
                    e,
                    "The erasure of %s is done, but not written down: until the next start, a restored copy of the"
                            + " database would bring the record back, or old bytes stay in its file",
                    record.record());
        }
    }

    private static void markForCompaction(Path folder) {
        try {
            Files.writeString(folder.resolve(DataFiles.COMPACTION_DUE), "");
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be written: " + folder, e);
        }
    }

    /** Where the ledger is. */
    @ConfigMapping(prefix = "claimtrail.erasures")
    interface Config {

        /** The file; none is kept where this is empty. */
        Optional<Path> ledger();
    }
}
