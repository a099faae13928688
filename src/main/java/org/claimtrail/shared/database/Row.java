package org.claimtrail.shared.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a row of an answer becomes. */
@FunctionalInterface
public interface Row<T> {

    T of(ResultSet row) throws SQLException;
}
