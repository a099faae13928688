package org.claimtrail.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimtrail.shared.edtf.DayRange;
import org.jspecify.annotations.Nullable;

/** The columns by which agents, sources, claims, relations and scales are found, out of their contents. */
final class Snapshots {

    private final Expected expected;

    Snapshots(Expected expected) {
        this.expected = expected;
    }

    /** The row of a version and what hangs on it. */
    void add(StateTable table, String id, Life life) {
        Expected.Row row = expected.row(table, id, life.n)
                .set("known_from", life.knownFrom)
                .set("known_until", life.knownUntil)
                .set("event_id", life.written.id());
        row.optional = life.isErased();
        if (!life.isErased()) {
            content(table, id, life, row);
        }
    }

    private void content(StateTable table, String id, Life life, Expected.Row row) {
        JsonNode content = life.written.content();
        switch (table) {
            case AGENT -> agent(content, row);
            case SOURCE -> source(content, row);
            case CLAIM -> claim(id, life, content, row);
            case RELATION -> relation(id, life, content, row);
            default -> row.set("owner", text(content, "owner")).set("name", text(content, "name"));
        }
    }

    private static void agent(JsonNode content, Expected.Row row) {
        row.set("type", constant(content, "type"))
                .set("name", text(content, "name"))
                .set(
                        "search_text",
                        lower(text(content, "name") + "\n"
                                + content.path("jobTitle").asText("")));
    }

    private static void source(JsonNode content, Expected.Row row) {
        DayRange published = DayRange.of(text(content, "datePublished"));
        row.set("url", text(content, "url"))
                .set("url_begin", begin(text(content, "url")))
                .set("title", text(content, "title"))
                .set("publisher", text(content, "publisher"))
                .set("medium", constant(content, "medium"))
                .set("language", lower(text(content, "inLanguage")))
                .set("published_from", published.from())
                .set("published_until", published.until())
                .set(
                        "search_text",
                        lower(text(content, "title") + "\n"
                                + content.path("url").asText("")));
    }

    private void claim(String id, Life life, JsonNode content, Expected.Row row) {
        DayRange stated = DayRange.of(text(content, "statedOn"));
        row.set("claimant", text(content, "claimant"))
                .set("language", lower(text(content, "inLanguage")))
                .set("status", constant(content, "status"))
                .set("merged_into", text(content, "mergedInto"))
                .set("stated_from", stated.from())
                .set("stated_until", stated.until())
                .set("changed_at", life.written.leaf().at())
                .set("search_text", claimText(content));
        for (String topic : topics(content)) {
            expected.row(StateTable.CLAIM_TOPIC, id, life.n, topic)
                    .set("known_from", life.knownFrom)
                    .set("known_until", life.knownUntil);
        }
    }

    private void relation(String id, Life life, JsonNode content, Expected.Row row) {
        row.set("from_claim", text(content, "from"))
                .set("type", constant(content, "type"))
                .set("to_claim", text(content, "to"))
                .set("state", constant(content, "state"));
        if (life.n == 1) {
            expected.row(StateTable.RELATION_PAIR, id)
                    .set("from_claim", text(content, "from"))
                    .set("type", constant(content, "type"))
                    .set("to_claim", text(content, "to"));
        }
    }

    /** Its first 500 characters. */
    private static @Nullable String begin(@Nullable String url) {
        return url == null
                ? null
                : url.codePoints()
                        .limit(500)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static Set<String> topics(JsonNode content) {
        return texts(content.path("about")).map(Snapshots::lower).collect(Collectors.toSet());
    }

    private static @Nullable String claimText(JsonNode content) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("text", "interpretation", "contentLocation")) {
            if (content.path(name).isTextual()) {
                parts.add(content.path(name).textValue());
            }
        }
        texts(content.path("about")).forEach(parts::add);
        for (JsonNode appearance : content.path("appearances")) {
            if (appearance.path("quote").path("exact").isTextual()) {
                parts.add(appearance.path("quote").path("exact").textValue());
            }
        }
        return lower(String.join("\n", parts));
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    static @Nullable String text(JsonNode content, String name) {
        return content.path(name).textValue();
    }

    /** How a constant stands in its column: {@code sameAs} as {@code SAME_AS}. */
    static @Nullable String constant(JsonNode content, String name) {
        String text = text(content, name);
        return text == null ? null : text.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
