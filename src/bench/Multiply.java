import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a large ledger out of a small one, in SQL: every claim, relation, assessment and event again and again under other ids and
 * later times, in every table and inside the contents. For measuring reads and writes; the commitments of the copies do not hold.
 *
 * <p>Arguments: JDBC URL of an H2 or PostgreSQL database that no service has open, how many times as large it shall be; on
 * PostgreSQL, as its administrator, also the name of a new database, which is made as a copy and multiplied instead.
 *
 * <p>An event that is in the log is there again in each copy, but behind its end, where no checkpoint reaches: the table has the
 * size that it would have, and the copies are shown as not yet in the log.
 */
public final class Multiply {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    /** Further apart than entries in any log that is multiplied. */
    private static final long BEHIND = 1_000_000_000L;

    /** Tables and what grows with the claims in them. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("audit_event", "subject like 'claim_%' or subject like 'asmt_%' or subject like 'rel_%'");
        for (String table : List.of("audit_pending", "audit_entry", "audit_content")) {
            ROWS.put(table, "event_id in (select event_id from grown)");
        }
        ROWS.put("record_version", "record_id like 'claim_%' or record_id like 'asmt_%' or record_id like 'rel_%'");
        for (String table : List.of(
                "claim",
                "claim_topic",
                "claim_verdict",
                "relation",
                "relation_pair",
                "assessment",
                "assessment_version")) {
            ROWS.put(table, "true");
        }
    }

    private final Statement sql;
    private final boolean postgresql;

    private Multiply(Statement sql, boolean postgresql) {
        this.sql = sql;
        this.postgresql = postgresql;
    }

    public static void main(String[] args) throws Exception {
        String url = args.length > 2 ? copy(args[0], args[2]) : args[0];
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            new Multiply(sql, url.startsWith("jdbc:postgresql:")).by(Integer.parseInt(args[1]));
        }
    }

    /** The URL of a new database with the same in it. */
    private static String copy(String url, String name) throws SQLException {
        String original = url.replaceAll(".*/([^/?]+)(\\?.*)?$", "$1");
        try (Connection connection = DriverManager.getConnection(url.replace("/" + original, "/postgres"));
                Statement sql = connection.createStatement()) {
            sql.execute("create database " + name + " template " + original);
            sql.execute("alter database " + name + " owner to claimtrail_owner");
        }
        return url.replace("/" + original, "/" + name);
    }

    private void by(int times) throws SQLException {
        sql.execute("create local temporary table grown as select event_id from audit_event where " + ROWS.get("audit_event"));
        for (Map.Entry<String, String> table : ROWS.entrySet()) {
            sql.execute("create local temporary table first_" + table.getKey() + " as select * from " + table.getKey() + " where "
                    + table.getValue());
        }
        List<String> indexes = postgresql ? dropIndexes() : List.of();
        for (String table : ROWS.keySet()) {
            Map<String, String> columns = columns(table);
            for (int copy = 1; copy < times; copy++) {
                List<String> copied = new ArrayList<>();
                for (Map.Entry<String, String> column : columns.entrySet()) {
                    copied.add(copied(column.getKey(), column.getValue(), copy));
                }
                sql.executeUpdate("insert into " + table + " select " + String.join(", ", copied) + " from first_" + table);
            }
        }
        for (String index : indexes) {
            sql.execute(index);
        }
        for (String done : postgresql ? List.of("vacuum analyze", "checkpoint") : List.of("analyze", "shutdown compact")) {
            sql.execute(done);
        }
    }

    /** Building them once at the end takes a fraction of the time. Gives the statements that do. */
    private List<String> dropIndexes() throws SQLException {
        sql.execute("set synchronous_commit = off");
        List<String> drop = new ArrayList<>();
        List<String> build = new ArrayList<>();
        try (ResultSet found = sql.executeQuery("select 'alter table ' || i.indrelid::regclass || ' drop constraint ' || c.conname,"
                + " 'alter table ' || i.indrelid::regclass || ' add ' || pg_get_constraintdef(c.oid),"
                + " 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)"
                + " from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid"
                + " where i.indrelid in (" + String.join(", ", ROWS.keySet().stream().map(t -> "'" + t + "'::regclass").toList())
                + ")")) {
            while (found.next()) {
                boolean constraint = found.getString(1) != null;
                drop.add(found.getString(constraint ? 1 : 3));
                build.add(found.getString(constraint ? 2 : 4));
            }
        }
        for (String index : drop) {
            sql.execute(index);
        }
        return build;
    }

    /** Their names and types, in order. */
    private Map<String, String> columns(String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet found = sql.executeQuery("select lower(column_name), lower(data_type) from information_schema.columns"
                + " where lower(table_name) = '" + table + "' order by ordinal_position")) {
            while (found.next()) {
                columns.put(found.getString(1), found.getString(2));
            }
        }
        return columns;
    }

    /** Ids in columns and contents get three characters that no original has; times move by ten minutes a copy. */
    private String copied(String name, String type, int copy) {
        String mark = "" + DIGITS.charAt(16 + copy / 1024) + DIGITS.charAt(copy / 32 % 32) + DIGITS.charAt(copy % 32);
        return switch (type) {
            case "character varying" -> marked(name, mark);
            case "binary varying", "bytea" -> name.equals("salt") || name.equals("hash")
                    ? name
                    : postgresql
                            ? "convert_to(" + marked("convert_from(" + name + ", 'UTF8')", mark) + ", 'UTF8')"
                            : "stringtoutf8(" + marked("utf8tostring(" + name + ")", mark) + ")";
            case "timestamp with time zone" -> "case when " + name + " < timestamp '9999-01-01 00:00:00' then " + name + " + "
                    + copy * 10 + " * interval '1' minute else " + name + " end";
            case "bigint" -> name + " + " + copy * BEHIND;
            default -> name;
        };
    }

    private String marked(String text, String mark) {
        String pattern = "'((?:claim|rel|asmt|event)_.{10})...', ";
        return "regexp_replace(" + text + ", " + pattern + (postgresql ? "'\\1" + mark + "', 'g')" : "'$1" + mark + "')");
    }
}
