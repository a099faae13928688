import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a large ledger out of a small one, in SQL: every claim, relation, assessment and event again and again under other ids and
 * later times, in every table and inside the contents. For measuring reads; the commitments of the copies do not hold.
 *
 * <p>Arguments: JDBC URL of an H2 database that no service has open, how many times as large it shall be.
 */
public final class Multiply {

    /** Tables and what grows with the claims in them. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("audit_event", "subject like 'claim_%' or subject like 'asmt_%' or subject like 'rel_%'");
        ROWS.put("audit_pending", "event_id in (select event_id from grown)");
        ROWS.put("audit_content", "event_id in (select event_id from grown)");
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

    private Multiply() {}

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[1]);
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement sql = connection.createStatement()) {
            sql.execute("create local temporary table grown as select event_id from audit_event where "
                    + ROWS.get("audit_event"));
            for (Map.Entry<String, String> table : ROWS.entrySet()) {
                sql.execute("create local temporary table first_" + table.getKey() + " as select * from " + table.getKey()
                        + " where " + table.getValue());
            }
            for (int copy = 1; copy < times; copy++) {
                for (String table : ROWS.keySet()) {
                    sql.executeUpdate("insert into " + table + " select " + String.join(", ", columns(sql, table, copy))
                            + " from first_" + table);
                }
            }
            sql.execute("analyze");
            sql.execute("shutdown compact");
        }
    }

    /** Ids in columns and contents get two characters that no original has; times move by ten minutes a copy. */
    private static List<String> columns(Statement sql, String table, int copy) throws Exception {
        String mark = "" + "ghjkmnpqrstvwxyz".charAt(copy / 32 % 16) + "0123456789abcdefghjkmnpqrstvwxyz".charAt(copy % 32);
        List<String> columns = new ArrayList<>();
        try (ResultSet found = sql.executeQuery("select column_name, data_type from information_schema.columns"
                + " where table_name = '" + table.toUpperCase() + "' order by ordinal_position")) {
            while (found.next()) {
                String name = found.getString(1);
                columns.add(
                        switch (found.getString(2)) {
                            case "CHARACTER VARYING" -> marked(name, mark);
                            case "BINARY VARYING" -> name.equals("SALT")
                                    ? name
                                    : "stringtoutf8(" + marked("utf8tostring(" + name + ")", mark) + ")";
                            case "TIMESTAMP WITH TIME ZONE" -> "case when " + name + " < timestamp '9999-01-01 00:00:00' then"
                                    + " dateadd(minute, " + copy * 10 + ", " + name + ") else " + name + " end";
                            default -> name;
                        });
            }
        }
        return columns;
    }

    private static String marked(String text, String mark) {
        return "regexp_replace(" + text + ", '((?:claim|rel|asmt|event)_.{10})..', '$1" + mark + "')";
    }
}
