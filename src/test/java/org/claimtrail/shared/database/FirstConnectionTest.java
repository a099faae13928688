package org.claimtrail.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.Test;

class FirstConnectionTest {

    private static final Duration OF_A_REQUEST = Duration.ofMillis(100);

    @Test
    void a_database_that_opens_more_slowly_than_a_request_may_wait_is_waited_for() throws SQLException {
        try (AgroalDataSource pool = pool("jdbc:h2:mem:")) {
            assertThatThrownBy(pool::getConnection).hasMessageContaining("Acquisition timeout");

            new FirstConnection(pool).open();

            try (Connection connection = pool.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
            assertThat(pool.getConfiguration().connectionPoolConfiguration().acquisitionTimeout())
                    .isEqualTo(OF_A_REQUEST);
        }
    }

    @Test
    void one_that_does_not_open_is_told_in_its_own_words() throws SQLException {
        try (AgroalDataSource pool = pool("jdbc:h2:mem:nowhere;IFEXISTS=TRUE")) {
            assertThatThrownBy(() -> new FirstConnection(pool).open())
                    .hasCauseInstanceOf(SQLException.class)
                    .hasStackTraceContaining("nowhere");
            assertThat(pool.getConfiguration().connectionPoolConfiguration().acquisitionTimeout())
                    .isEqualTo(OF_A_REQUEST);
        }
    }

    private static AgroalDataSource pool(String url) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .acquisitionTimeout(OF_A_REQUEST)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(url).connectionProviderClass(SlowToOpen.class))));
    }

    /** Puts a database in order for a while as it opens it. */
    public static final class SlowToOpen extends Driver {

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            try {
                Thread.sleep(5 * OF_A_REQUEST.toMillis());
            } catch (InterruptedException e) {
                throw new SQLException("given up", e);
            }
            return super.connect(url, info);
        }
    }
}
