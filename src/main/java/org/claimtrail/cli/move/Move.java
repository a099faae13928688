package org.claimtrail.cli.move;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.cli.verify.Audited;
import org.claimtrail.shared.file.DataFiles;

/**
 * Moves a ledger: audits it, copies its tables, compares them, audits the copy, and only then gives the ledger to the new
 * place and takes it from the old one. Whatever breaks it off before, the embedded database is as it was.
 */
final class Move {

    private final Request request;
    private final PrintStream out;

    Move(Request request, PrintStream out) {
        this.request = request;
        this.out = out;
    }

    /**
     * Moves it, or goes on with a move that was broken off.
     *
     * @throws NotMovedException when something stands in the way; it can be run again then
     */
    Moved run() throws SQLException, IOException {
        request.beside().requireRoom();
        try (Source source = Source.open(request.data());
                Target target = Target.open(request.url(), request.login())) {
            Migrations migrations = Migrations.in(request.url(), request.login());
            migrations.requireSame(source.versions());
            Optional<Mark> begun = target.mark();
            if (begun.isEmpty()) {
                source.requireNotMoved();
                target.requireEmpty();
            }
            target.connection().commit(); // or the migrations would wait for what was looked at
            Audited before = audit("the embedded database", source.connection());
            Mark mark = source.mark(before);
            requireSameLog(begun, mark);
            migrations.run();
            List<Table> tables = tables(source, target);
            if (!begun.equals(Optional.of(mark))) {
                target.begin(tables, mark);
            }
            Map<Table, Contents> copied = copy(tables, source, target);
            check(copied, before, target);
            return end(copied, before, source, target);
        }
    }

    private Audited audit(String what, Connection connection) throws SQLException {
        say("auditing " + what);
        Audited found = Audited.of(connection, request.vkeys(), request.beside().file(DataFiles.ANCHOR));
        if (!found.isSound()) {
            found.problems().stream().limit(10).forEach(problem -> out.println("TAMPERED " + problem));
            throw new NotMovedException(what + " is not sound, so it is not moved");
        }
        say(found.entries() + " entries, root " + found.root());
        return found;
    }

    /** The beginning of another ledger may be all that there is of it. */
    private static void requireSameLog(Optional<Mark> begun, Mark mark) {
        if (begun.isPresent() && !begun.get().log().equals(mark.log())) {
            throw new NotMovedException("the target holds a part of another ledger. Move into an empty database.");
        }
    }

    private static List<Table> tables(Source source, Target target) throws SQLException {
        List<Table> tables = Schema.tables(source.connection());
        Map<String, Table> there = new LinkedHashMap<>();
        Schema.tables(target.connection()).forEach(table -> there.put(table.name(), table));
        for (Table table : tables) {
            if (!table.isLike(there.get(table.name()))) {
                throw new NotMovedException("the table " + table.name() + " is another one in the target");
            }
        }
        return tables;
    }

    private Map<Table, Contents> copy(List<Table> tables, Source source, Target target) throws SQLException {
        Map<Table, Long> rows = new LinkedHashMap<>();
        for (Table table : tables) {
            rows.put(table, table.count(source.connection()));
        }
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        say("copying " + all + " rows of " + tables.size() + " tables");
        Progress progress = new Progress(out, System::nanoTime, all);
        Map<Table, Contents> contents = new LinkedHashMap<>();
        for (Map.Entry<Table, Long> table : rows.entrySet()) {
            progress.table(table.getKey().name(), table.getValue());
            try (TableCopy copy = new TableCopy(table.getKey(), target.connection(), progress)) {
                contents.put(table.getKey(), copy.from(source));
            }
        }
        target.analyze();
        return contents;
    }

    private void check(Map<Table, Contents> copied, Audited before, Target target) throws SQLException {
        say("comparing the copy");
        for (Map.Entry<Table, Contents> table : copied.entrySet()) {
            Contents there = new Contents();
            table.getKey().each(target.connection(), "", there::add);
            if (!there.isSameAs(table.getValue())) {
                throw new NotMovedException("the table " + table.getKey().name() + " has " + there.rows()
                        + " rows in the target that are not the "
                        + table.getValue().rows()
                        + " of the source: somebody else writes there. Begin again with an empty database.");
            }
        }
        target.connection().commit();
        try (Connection connection = DriverManager.getConnection(request.url(), request.login())) {
            Audited after = audit("the copy", connection);
            if (!after.equals(before)) {
                throw new NotMovedException("the copy is another log than the embedded database");
            }
        }
    }

    /** In this order: killed in between, neither place starts a service, and the next run comes to the same end. */
    private Moved end(Map<Table, Contents> copied, Audited before, Source source, Target target)
            throws SQLException, IOException {
        List<String> files = request.beside().copy();
        Map<String, Long> rows = new LinkedHashMap<>();
        copied.forEach((table, contents) -> rows.put(table.name(), contents.rows()));
        String origin = source.origin();
        source.markMoved(before);
        target.end();
        return new Moved(before.entries(), before.root(), origin, rows, files);
    }

    private void say(String what) {
        out.println("move: " + what);
    }
}
