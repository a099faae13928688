package org.claimtrail.cli.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;

/**
 * What {@code verify} finds in a database, for commands that ask before they go on.
 *
 * @param entries how many entries the log has
 * @param root of the tree over all of them, in base64
 * @param problems the first of them; none in a database that is sound
 */
public record Audited(long entries, String root, List<String> problems) {

    public Audited {
        problems = List.copyOf(problems);
    }

    /**
     * Audits the log and the state in a database.
     *
     * @param vkeys the keys that are believed; those that the log names when there are none
     * @param anchor the anchor file that belongs to it
     */
    public static Audited of(Connection connection, List<String> vkeys, Path anchor) throws SQLException {
        Findings findings = new Findings();
        try {
            LogTables log = Database.audit(connection, vkeys, anchor, findings);
            return new Audited(log.size(), log.root().base64(), problems(findings));
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            findings.problem("log", "it makes no sense: " + e.getMessage());
            return new Audited(0, "", problems(findings));
        }
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    private static List<String> problems(Findings findings) {
        return findings.problems().stream().map(Problem::toString).toList();
    }
}
