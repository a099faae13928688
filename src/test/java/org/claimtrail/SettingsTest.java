package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of settings in docs/operations.md is what the source says, Javadoc and all. Written anew with
 * {@code -Dclaimtrail.settings.record=true}.
 */
class SettingsTest {

    private static final Path FILE = Path.of("docs/operations.md");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern NESTED = Pattern.compile("^ {4}interface (\\w+) \\{");
    private static final Pattern MEMBER = Pattern.compile("^\\s+([\\w<>, ]+) (\\w+)\\(\\);");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern PROPERTY =
            Pattern.compile("@ConfigProperty\\(name = \"(claimtrail[^\"]+)\"(?:, defaultValue = \"([^\"]*)\")?\\)");

    /** Settings that no interface describes. */
    private static final Map<String, String> SINGLE = Map.of(
            "claimtrail.data-dir",
                    "Where the embedded database lives; a relative path counts from the working directory.",
            "claimtrail.public-read", "Whether what is published can be read without a key.",
            "claimtrail.log.json", "Whether the log is written as JSON, one object a line.",
            "claimtrail.traces", "Whether requests are exported as OpenTelemetry traces, by OTLP; see below.",
            "claimtrail.operations.public",
                    "Whether metrics and health are answered to everyone, and not to this machine and private networks alone.");

    /** Settings of packages further up, read by name where they cannot be imported. */
    private static final Set<String> DESCRIBED_ABOVE =
            Set.of("claimtrail.audit.folder", "claimtrail.audit.key.file", "claimtrail.erasures.ledger");

    @Test
    void lists_every_setting_as_the_source_has_it() throws Exception {
        String page = Files.readString(FILE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String table = table();

        if (Boolean.getBoolean("claimtrail.settings.record")) {
            Files.writeString(FILE, page.substring(0, begin) + table + page.substring(end));
            return;
        }

        assertThat(page.substring(begin, end)).isEqualTo(table);
    }

    private static String table() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        rows.put("claimtrail.data-dir", row("claimtrail.data-dir", "data", SINGLE.get("claimtrail.data-dir")));
        rows.put("claimtrail.log.json", row("claimtrail.log.json", "false", SINGLE.get("claimtrail.log.json")));
        rows.put("claimtrail.traces", row("claimtrail.traces", "false", SINGLE.get("claimtrail.traces")));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> read(file, rows));
        }
        return "| property | variable | default | meaning |\n| --- | --- | --- | --- |\n"
                + String.join("", rows.values());
    }

    private static void read(Path file, Map<String, String> rows) {
        try {
            String source = Files.readString(file);
            Matcher property = PROPERTY.matcher(source);
            while (property.find()) {
                String name = property.group(1);
                if (SINGLE.containsKey(name) && property.group(2) != null) {
                    rows.put(name, row(name, property.group(2), SINGLE.get(name)));
                } else {
                    assertThat(name)
                            .as("a setting without a description: %s", file)
                            .matches(known -> SINGLE.containsKey(known) || DESCRIBED_ABOVE.contains(known));
                }
            }
            Matcher mapping = MAPPING.matcher(source);
            if (mapping.find()) {
                members(
                        mapping.group(1),
                        source.substring(mapping.end()).lines().toList(),
                        rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads as the house style writes: a comment, an annotation, a method; nested interfaces behind the methods. */
    private static void members(String prefix, List<String> lines, Map<String, String> rows) {
        StringBuilder comment = new StringBuilder();
        String initial = "";
        String within = prefix;
        for (String line : lines) {
            String text = line.strip();
            Matcher nested = NESTED.matcher(line);
            Matcher given = DEFAULT.matcher(text);
            Matcher member = MEMBER.matcher(line);
            if (text.startsWith("/**")) {
                comment.setLength(0);
            }
            if (text.startsWith("/**") || text.startsWith("* ")) {
                comment.append(' ')
                        .append(text.replaceAll("^/?\\*+ ?|\\*/$", "").strip());
            } else if (given.matches()) {
                initial = given.group(1);
            } else if (nested.find() && !nested.group(1).equals("Config")) {
                within = prefix + (nested.group(1).equals("Witness") ? ".witnesses[n]" : "." + kebab(nested.group(1)));
            } else if (member.find() && !isGroup(member.group(1))) {
                String name = within + "." + kebab(member.group(2))
                        + (member.group(1).startsWith("Map<") ? ".\"value\"" : "");
                rows.put(name, row(name, initial, comment.toString().strip()));
                initial = "";
            }
        }
    }

    private static boolean isGroup(String type) {
        return type.equals("Key") || type.equals("List<Witness>");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT).replaceAll("^-", "");
    }

    private static String row(String name, String initial, String meaning) {
        String variable =
                name.replace("[n]", "_0_").replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
        String shown = initial.isEmpty() ? "" : "`" + initial + "`";
        String text = meaning.replaceAll("\\{@code ([^}]*)}", "`$1`").replace("|", "\\|");
        return "| `" + name + "` | `" + variable + "` | " + shown + " | " + text + " |\n";
    }
}
