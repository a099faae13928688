package org.claimtrail.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowsTest {

    @Inject
    DataSource source;

    @Inject
    DatabaseKind kind;

    @Test
    void how_many_are_wanted_is_not_known_when_it_is_planned() throws SQLException {
        assumeFalse(kind.isEmbedded(), "H2 plans a statement once");
        assertThat(plan(Rows.wanted("'{one}'"))).isEqualTo(plan(Rows.wanted("'{one,two,three}'")));
    }

    private List<String> plan(String wanted) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Rows.list(connection, "explain select id from " + wanted, row -> row.getString(1));
        }
    }
}
