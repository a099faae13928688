package org.claimtrail.exchange.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Desks;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.exchange.LocalNames;
import org.claimtrail.history.DeskAssignments;
import org.claimtrail.history.References;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.Kind;
import org.jboss.logging.Logger;

/** Records what a file brings, some hundred lines in each transaction. Whatever is written by the end of one stays. */
@ApplicationScoped
class Importer {

    private static final Logger LOG = Logger.getLogger(Importer.class);

    /** Few enough that nobody waits for a transaction of this size, and enough to make one worth it. */
    private static final int AT_ONCE = 250;

    /** Bytes of lines. */
    private static final int MOST = 1024 * 1024;

    private static final int INTERNAL_ERROR = 500;

    /** Kinds that desks have. */
    private static final Set<Kind> OF_DESKS = Set.of(Kind.CLAIM, Kind.ASSESSMENT);

    private final Entries entries;
    private final ImportRepository imports;
    private final References references;
    private final DeskAssignments assignments;
    private final Desks desks;
    private final LogStatus log;

    Importer(
            Entries entries,
            ImportRepository imports,
            References references,
            DeskAssignments assignments,
            Desks desks,
            LogStatus log) {
        this.entries = entries;
        this.imports = imports;
        this.references = references;
        this.assignments = assignments;
        this.desks = desks;
        this.log = log;
    }

    /**
     * Reads a file to its end.
     *
     * @throws Problem when the body cannot be read on, its desk was closed, the log stands still or the database fails; what
     *     was recorded before stays
     */
    Received receive(Actor by, Import into, InputStream body) throws IOException {
        Receipt receipt = new Receipt();
        LocalNames names = into.names();
        Lines lines = new Lines(body);
        List<Entry> waiting = new ArrayList<>();
        int size = 0;
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<Entry> entry = read(line.get(), names, receipt);
            // What locks a record does so before it writes, as everywhere: so it goes alone.
            boolean alone = entry.filter(Entry::isAssessment).isPresent();
            if (alone || waiting.size() == AT_ONCE || size + line.get().bytes().length > MOST) {
                record(by, into, waiting, receipt);
                waiting.clear();
                size = 0;
            }
            if (entry.isPresent()) {
                waiting.add(entry.get());
                size += line.get().bytes().length;
            }
            if (alone) {
                record(by, into, waiting, receipt);
                waiting.clear();
            }
        }
        record(by, into, waiting, receipt);
        return receipt.received();
    }

    private Optional<Entry> read(Lines.Line line, LocalNames names, Receipt receipt) {
        try {
            return Optional.of(entries.read(line, names));
        } catch (Entries.Refused e) {
            receipt.refused(e.refusal());
            return Optional.empty();
        }
    }

    /** All that can be: where one cannot, those before it and those behind it by themselves. */
    private void record(Actor by, Import into, List<Entry> batch, Receipt receipt) {
        List<Entry> rest = batch;
        while (!rest.isEmpty()) {
            try {
                recordTogether(by, into, rest, receipt);
                return;
            } catch (Stopped stop) {
                record(by, into, rest.subList(0, stop.at), receipt);
                receipt.refused(Refusal.of(rest.get(stop.at), stop.problem));
                rest = rest.subList(stop.at + 1, rest.size());
            }
        }
    }

    private void recordTogether(Actor by, Import into, List<Entry> batch, Receipt receipt) {
        try {
            inTransaction(by, into, batch, receipt);
        } catch (Stopped | Problem e) {
            throw e;
        } catch (RuntimeException e) {
            // The database has refused it, perhaps for what somebody else has just written: once more, each by itself.
            LOG.debugf(e, "%d lines are tried again", batch.size());
            if (batch.size() == 1) {
                inTransaction(by, into, batch, receipt);
            } else {
                batch.forEach(one -> record(by, into, List.of(one), receipt));
            }
        }
    }

    private void inTransaction(Actor by, Import into, List<Entry> batch, Receipt receipt) {
        Outcome outcome;
        try {
            outcome = QuarkusTransaction.requiringNew().call(() -> record(by, into, batch));
        } finally {
            assignments.forget();
        }
        receipt.recorded(outcome.recorded);
        outcome.refused.forEach(receipt::refused);
        receipt.known(batch.size() - outcome.recorded - outcome.refused.size());
    }

    /** One after the other, whoever sends: so that none records what another one is recording. */
    private Outcome record(Actor by, Import into, List<Entry> batch) {
        log.requireGoing();
        imports.await(into.id());
        into.deskId().ifPresent(desk -> desks.open("/desk", desk.toString()));
        Set<String> there = new HashSet<>(references.taken(
                batch.stream().map(entry -> entry.id().toString()).toList()));
        references.lookUp(
                batch.stream().flatMap(entry -> entry.mentioned().stream()).collect(Collectors.toSet()));
        Outcome outcome = new Outcome();
        for (int i = 0; i < batch.size(); i++) {
            Entry entry = batch.get(i);
            if (there.contains(entry.id().toString())) {
                continue;
            }
            List<LocalNames.Reference> unknown = entry.references().stream()
                    .filter(reference -> !references.isLookedUp(reference.id()))
                    .toList();
            if (unknown.isEmpty()) {
                record(by, into, entry, i);
                there.add(entry.id().toString());
                outcome.recorded++;
            } else {
                outcome.refused.add(Refusal.ofUnknown(entry, unknown));
            }
        }
        if (outcome.recorded > 0) {
            imports.count(into.id(), outcome.recorded);
        }
        return outcome;
    }

    private void record(Actor by, Import into, Entry entry, int at) {
        try {
            record(by, into, entry);
        } catch (Problem problem) {
            throw problem.type().status() < INTERNAL_ERROR ? new Stopped(at, problem) : problem;
        }
    }

    private void record(Actor by, Import into, Entry entry) {
        Version version = entry.draft().record(by, entry.id());
        references.written(entry.id());
        if (OF_DESKS.contains(entry.id().kind())) {
            into.deskId().ifPresent(desk -> assignments.assign(by.pseudonym(), version, desk));
        }
    }

    /** What became of a batch; what was neither recorded nor refused was known. */
    private static final class Outcome {

        private final List<Refusal> refused = new ArrayList<>();
        private int recorded;
    }

    /** A line cannot be recorded beside what is there. */
    private static final class Stopped extends RuntimeException {

        private final int at;
        private final transient Problem problem;

        Stopped(int at, Problem problem) {
            super(problem.detail(), null, false, false);
            this.at = at;
            this.problem = problem;
        }
    }
}
