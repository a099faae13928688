package org.claimtrail.shared.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;

/**
 * H2's driver, for a process that goes on when its database has closed itself. What is still at work for the closed one may take
 * the one that was opened in its place out of H2's list of open databases; so does an opening that fails, while another waits
 * for it. Its connections work, and there are no more: H2 takes the file for somebody else's. So one is opened after the
 * other, and where the file is taken all connections are given back, with the last of which the database is closed for good.
 */
public final class EmbeddedDriver extends Driver {

    private static final String IN_USE = "90020";

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        synchronized (EmbeddedDriver.class) {
            try {
                return super.connect(url, info);
            } catch (SQLException e) {
                if (IN_USE.equals(e.getSQLState())) {
                    Arc.container().select(AgroalDataSource.class).get().flush(FlushMode.GRACEFUL);
                }
                throw e;
            }
        }
    }
}
