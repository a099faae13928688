package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.support.PostgresServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How PostgreSQL finds what a statement asks for by ids, in a database with nothing in it. It keeps such a plan until it has
 * counted what came since, which may be minutes and a hundred thousand claims later.
 */
class PlansTest {

    private static final PostgresServer SERVER = PostgresServer.shared();
    private static final String DATABASE = SERVER.newLedger();

    private static final Pattern WANTED =
            Pattern.compile(Pattern.quote(Rows.wanted("@")).replace("@", "\\E(\\?|:[a-zA-Z]+)\\Q"));
    private static final Pattern PARAMETER = Pattern.compile("\\?|(?<!:):[a-zA-Z]+");
    private static final Pattern SCAN = Pattern.compile("Scan (using \\S+ )?on ([a-z_]+)( \\w+)?  .*");

    /** By a column of another table, or by what was asked for. */
    private static final Pattern CONDITION = Pattern.compile("(Index|Recheck) Cond: .*\\w+\\.[a-z_]+");

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void what_is_asked_for_by_ids_is_found_by_them(String name, String sql) throws SQLException {
        List<String> plan = plan(sql);

        List<String> whole = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            Matcher scan = SCAN.matcher(plan.get(i));
            if (scan.find() && !scan.group(2).equals("unnest")) {
                String condition = i + 1 < plan.size() ? plan.get(i + 1) : "";
                if (!CONDITION.matcher(condition).find()) {
                    whole.add(plan.get(i).trim());
                }
            }
        }
        assertThat(whole).as(String.join("\n", plan)).isEmpty();
    }

    private static Stream<Arguments> statements() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.claimtrail")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(String.class)
                                && field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getModifiers().contains(JavaModifier.FINAL))
                        .filter(field -> value(field).startsWith("select ")
                                && WANTED.matcher(value(field)).find())
                        .map(field ->
                                arguments(field.getOwner().getSimpleName() + "." + field.getName(), value(field)));
    }

    private static String value(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As for any values, on a connection with the settings of the service. */
    private static List<String> plan(String sql) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Connection connection = SERVER.administrator(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off; set plan_cache_mode = force_generic_plan");
            Matcher parameter = PARAMETER.matcher(sql);
            StringBuilder numbered = new StringBuilder();
            int count = 0;
            while (parameter.find()) {
                parameter.appendReplacement(numbered, "\\$" + ++count);
            }
            parameter.appendTail(numbered);
            statement.execute("prepare asked as " + numbered);
            String nothing = String.join(", ", Collections.nCopies(count, "null"));
            try (ResultSet lines = statement.executeQuery("explain execute asked (" + nothing + ")")) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
        }
        return plan;
    }
}
