package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/** The whole ledger as an auditor reads it, and what must hold of it at any time. */
final class Audit {

    private static final Map<String, String> PATHS = Map.of(
            "agent", "/v1/agents/",
            "source", "/v1/sources/",
            "claim", "/v1/claims/",
            "rel", "/v1/relations/",
            "scale", "/v1/rating-scales/",
            "asmt", "/v1/assessments/");

    private final Client reader;
    private final Map<String, List<JsonNode>> events;

    Audit(Client admin) {
        this.reader = admin;
        this.events = admin.all("/v1/audit/events").stream()
                .filter(event -> PATHS.containsKey(kind(event.path("subject").asText())))
                .collect(Collectors.groupingBy(
                        event -> event.path("subject").asText(), TreeMap::new, Collectors.toList()));
    }

    /** Where a record stands. */
    static String path(String id) {
        return PATHS.get(kind(id)) + id;
    }

    int records() {
        return events.size();
    }

    /** Records and events tell of the same: nothing is listed without events, and no event is of a record that is not. */
    Audit listsWhatItLogged() {
        // What staff see listed of an assessment is the published version and, beside it, a draft on its way.
        Map<String, Integer> listed = new TreeMap<>();
        PATHS.values().forEach(path -> latest(listed, reader.all(path.substring(0, path.length() - 1)), "id"));
        Map<String, Integer> logged = new TreeMap<>();
        events.values().forEach(all -> latest(logged, all, "subject"));
        assertThat(listed).isEqualTo(logged);
        return this;
    }

    /** These records are whole. */
    void isWhole(Set<String> subjects) {
        assertThat(new TreeSet<>(events.keySet())).containsAll(subjects);
        subjects.parallelStream().forEach(this::isWhole);
    }

    void isWhole() {
        isWhole(events.keySet());
    }

    private void isWhole(String id) {
        List<JsonNode> versions = reader.all(path(id) + "/versions");
        assertThat(versions.stream().map(version -> version.path("version").asInt()))
                .as("versions of %s, latest first, without a gap", id)
                .isEqualTo(IntStream.range(0, versions.size())
                        .mapToObj(i -> versions.size() - i)
                        .toList());
        versions.forEach(version -> isWhole(id, version));
        Reply current = reader.get(path(id)).expect(200);
        assertThat(current.json().path("version").asInt()).isEqualTo(versions.size());
        isOneChain(id, events.getOrDefault(id, List.of()), versions.size());
    }

    /** Each version can be read, is what its tag says, and has its event. */
    private void isWhole(String id, JsonNode version) {
        int n = version.path("version").asInt();
        // The tag is the hash of the committed bytes, which are those that the public gets; a draft's are a secret.
        Client anybody = new Client(reader.service(), "");
        if (version.has("publishedAt")) {
            Reply committed = anybody.get(version.path("url").asText()).expect(200);
            assertThat(version.path("etag").asText())
                    .as("tag of %s", committed)
                    .contains(n + "-" + hash(committed.body()));
        } else {
            reader.get(version.path("url").asText()).expect(200);
        }
        assertThat(events.get(id)).as("events of %s", id).anySatisfy(event -> {
            assertThat(event.path("id")).isEqualTo(version.path("event"));
            assertThat(event.path("version").asInt()).isEqualTo(n);
        });
    }

    private static void isOneChain(String id, List<JsonNode> chain, int versions) {
        Optional<String> previous = Optional.empty();
        for (JsonNode event : chain) {
            assertThat(Optional.ofNullable(event.path("previous").textValue()))
                    .as("the event before %s of %s", event, id)
                    .isEqualTo(previous);
            assertThat(event.path("version").asInt()).as("version of %s", event).isBetween(1, versions);
            previous = Optional.of(event.path("id").asText());
        }
    }

    private static void latest(Map<String, Integer> versions, List<JsonNode> items, String id) {
        items.forEach(item ->
                versions.merge(item.path(id).asText(), item.path("version").asInt(), Math::max));
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf('_'));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
