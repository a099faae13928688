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
import org.claimtrail.history.DeskAssignments;
import org.claimtrail.history.References;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.Kind;

/** Records what a file brings, some hundred lines in each transaction. Whatever is written by the end of one stays. */
@ApplicationScoped
class Importer {

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

    Importer(Entries entries, ImportRepository imports, References references, DeskAssignments assignments) {
        this.entries = entries;
        this.imports = imports;
        this.references = references;
        this.assignments = assignments;
    }

    /**
     * Reads a file to its end.
     *
     * @throws Problem when the body cannot be read on, or the database fails; what was recorded before stays
     */
    Received receive(Actor by, Import into, InputStream body) throws IOException {
        Receipt receipt = new Receipt();
        Lines lines = new Lines(body);
        List<Entry> waiting = new ArrayList<>();
        int size = 0;
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                waiting.add(entries.read(line.get(), into.names()));
                size += line.get().bytes().length;
            } catch (Entries.Refused e) {
                receipt.refused(e.refusal());
            }
            if (waiting.size() == AT_ONCE || size >= MOST) {
                record(by, into, waiting, receipt);
                waiting.clear();
                size = 0;
            }
        }
        record(by, into, waiting, receipt);
        return receipt.received();
    }

    /** All that can be: where one cannot, those before it and those behind it by themselves. */
    private void record(Actor by, Import into, List<Entry> batch, Receipt receipt) {
        List<Entry> rest = batch;
        while (!rest.isEmpty()) {
            List<Entry> together = rest;
            try {
                recordTogether(by, into, together, receipt);
                return;
            } catch (Stopped stop) {
                recordTogether(by, into, together.subList(0, stop.at), receipt);
                receipt.refused(Refusal.of(together.get(stop.at), stop.problem));
                rest = together.subList(stop.at + 1, together.size());
            }
        }
    }

    private void recordTogether(Actor by, Import into, List<Entry> batch, Receipt receipt) {
        if (!batch.isEmpty()) {
            int recorded = QuarkusTransaction.requiringNew().call(() -> record(by, into, batch));
            receipt.recorded(recorded);
            receipt.known(batch.size() - recorded);
        }
    }

    /** One after the other, whoever sends: so that none records what another one is recording. */
    private int record(Actor by, Import into, List<Entry> batch) {
        imports.await(into.id());
        Set<String> there = new HashSet<>(references.taken(
                batch.stream().map(entry -> entry.id().toString()).toList()));
        references.lookUp(
                batch.stream().flatMap(entry -> entry.mentioned().stream()).collect(Collectors.toSet()));
        int recorded = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (there.add(batch.get(i).id().toString())) {
                try {
                    record(by, into, batch.get(i));
                } catch (Problem problem) {
                    throw problem.type().status() < INTERNAL_ERROR ? new Stopped(i, problem) : problem;
                }
                recorded++;
            }
        }
        imports.count(into.id(), recorded);
        return recorded;
    }

    private void record(Actor by, Import into, Entry entry) {
        Version version = entry.draft().record(by, entry.id());
        references.written(entry.id());
        if (OF_DESKS.contains(entry.id().kind())) {
            into.deskId().ifPresent(desk -> assignments.assign(by.pseudonym(), version, desk));
        }
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
