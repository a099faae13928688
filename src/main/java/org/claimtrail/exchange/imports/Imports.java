package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Desks;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.NewEvent;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;

/** Imports: started once, and sent files until everything is there. */
@ApplicationScoped
class Imports {

    /** Behind every id of an import. */
    private static final String LAST = "import_~";

    /** Files that a node reads at the same time, each by a thread: how fast they come is up to whoever sends them. */
    private static final int FILES = 4;

    private final Semaphore seats = new Semaphore(FILES);
    private final ImportRepository imports;
    private final Importer importer;
    private final Desks desks;
    private final AuditLog audit;
    private final Clock clock;

    Imports(ImportRepository imports, Importer importer, Desks desks, AuditLog audit, Clock clock) {
        this.imports = imports;
        this.importer = importer;
        this.desks = desks;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ImportView start(Actor by, NewImport input) {
        input.deskId().ifPresent(desk -> desks.open("/desk", desk.toString()));
        Import started = new Import(TypeId.next(Kind.IMPORT), input, by.pseudonym(), clock.instant());
        imports.persist(started);
        append(ImportEvent.STARTED, by, started.id(), started.startedAt, StoredJson.tree(input));
        return ImportView.of(started);
    }

    /**
     * Records what a file brings. Not one transaction: what was recorded stays, whatever happens to the rest.
     *
     * @throws Problem 404 when there is no such import, 503 when too many files are being read
     */
    Logged receive(Actor by, TypeId id, InputStream file) throws IOException {
        if (!seats.tryAcquire()) {
            throw Problem.of(
                            ProblemType.UNAVAILABLE,
                            "As many files are being read as there may be. Please repeat later.")
                    .header("Retry-After", "60");
        }
        Received received;
        try {
            received = importer.receive(by, imports.get(id), file);
        } finally {
            seats.release();
        }
        TypeId event = QuarkusTransaction.requiringNew().call(() -> log(by, id, received));
        return new Logged(received, event);
    }

    private TypeId log(Actor by, TypeId id, Received received) {
        ObjectNode counts = StoredJson.object()
                .put("lines", received.lines())
                .put("recorded", received.recorded())
                .put("known", received.known())
                .put("refused", received.refused());
        imports.await(id); // so that its events make a chain
        return append(ImportEvent.RECEIVED, by, id, clock.instant(), counts);
    }

    private TypeId append(ImportEvent event, Actor by, TypeId id, Instant at, ObjectNode request) {
        byte[] content = CanonicalJson.bytes(request.put("import", id.toString()));
        boolean first = event == ImportEvent.STARTED;
        return audit.append(new NewEvent(event, id, 0, Reason.NONE, at, by.pseudonym(), content, List.of(), first));
    }

    ImportView read(TypeId id) {
        return ImportView.of(imports.get(id));
    }

    Slice<ImportView> list(PageRequest page) {
        String before =
                page.after().map(cursor -> cursor.id(Kind.IMPORT, 0).toString()).orElse(LAST);
        List<Import> found = imports.below(before, page.limit() + 1);
        return Slice.cut(found, page.limit(), one -> Cursor.of(one.id).encode()).map(ImportView::of);
    }

    /** What became of a file, and the event that tells that it was read to its end. */
    record Logged(Received received, TypeId event) {}
}
