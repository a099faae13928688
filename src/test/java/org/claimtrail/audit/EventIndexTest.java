package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.audit.log.TestLog;
import org.junit.jupiter.api.Test;

/** What the lists of events ask for by type, and how many rows the database looks at for it. */
class EventIndexTest {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final LogDatabase database = TestLog.database();

    @Test
    void passes_over_no_event_of_a_type_that_is_for_others() throws SQLException {
        write(10_000, Audience.AUDITORS);
        write(3, Audience.PUBLIC);

        assertThat(scanned("e.audience = 0")).isLessThan(10);
        assertThat(scanned("e.audience = 1")).isLessThan(10);
    }

    @Test
    void reads_no_more_of_a_type_than_a_page() throws SQLException {
        write(10_000, Audience.AUDITORS);

        assertThat(scanned("e.audience = 2")).isLessThan(50);
    }

    private void write(int events, Audience audience) throws SQLException {
        database.inTransaction(connection -> {
            try (Statement insert = connection.createStatement()) {
                return insert.executeUpdate("insert into audit_event"
                        + " (event_id, at, actor, type, subject, version, reason, audience) select 'event_" + audience
                        + "' || x, current_timestamp, 'a:somebody', 'access.refused', 'event_' || x, 0, 'none', "
                        + audience.number() + " from system_range(1, " + events + ")");
            }
        });
    }

    /** As {@link AuditEvents} asks. */
    private int scanned(String audience) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("explain analyze select * from audit_event e where " + audience
                                    + " and e.type = 'access.refused' and e.event_id > 'event_'"
                                    + " order by e.type, e.audience, e.event_id fetch first 21 rows only")) {
                row.next();
                Matcher scanned = SCANNED.matcher(row.getString(1));
                assertThat(scanned.find()).as(row.getString(1)).isTrue();
                return Integer.parseInt(scanned.group(1));
            }
        });
    }
}
