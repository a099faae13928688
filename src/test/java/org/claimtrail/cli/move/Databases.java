package org.claimtrail.cli.move;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.claimtrail.support.PostgresServer;
import org.flywaydb.core.Flyway;

/** An embedded database in a folder and an empty one on PostgreSQL, both with the tables that the migrations make. */
record Databases(Path folder, String name) {

    static Databases in(Path folder) throws SQLException {
        Databases databases = new Databases(folder, PostgresServer.shared().newDatabase());
        Flyway.configure()
                .dataSource(databases.h2(), "", "")
                .locations("db/migration")
                .load()
                .migrate();
        Migrations.in(databases.url(), databases.owner()).run();
        return databases;
    }

    String h2() {
        return "jdbc:h2:file:" + folder.resolve("claimtrail").toAbsolutePath();
    }

    String url() {
        return PostgresServer.shared().url(name);
    }

    Properties owner() {
        Properties login = new Properties();
        login.setProperty("user", PostgresServer.OWNER);
        login.setProperty("password", PostgresServer.PASSWORD);
        return login;
    }

    Connection embedded() throws SQLException {
        return DriverManager.getConnection(h2());
    }

    Connection server() throws SQLException {
        return DriverManager.getConnection(url(), owner());
    }

    /** Done in both. */
    void execute(String sql) throws SQLException {
        try (Connection here = embedded();
                Connection there = server()) {
            execute(here, sql);
            execute(there, sql);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
