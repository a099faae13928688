package org.claimtrail.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.claimtrail.support.ApiDocument;
import org.claimtrail.support.ApiOperation;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/** Every read that the service describes, with every id that it has, and what stands beside them. */
final class EveryRead {

    private static final List<String> BESIDE = List.of(
            "/q/openapi",
            "/q/openapi?format=json",
            "/q/metrics",
            "/q/health",
            "/q/health/ready",
            "/q/health/live",
            "/q/swagger-ui/",
            "/verify.mjs",
            "/problems/not-found",
            "/problems/forbidden",
            "/",
            "/nothing",
            "/v1/claims?limit=x",
            "/v1/claims/claim_x",
            "/v1/nothing");
    private static final List<Map<String, String>> WISHES = List.of(
            Map.of(),
            Map.of("Accept", "text/csv"),
            Map.of("Accept", "application/ld+json"),
            Map.of("If-None-Match", "*"));

    private final Set<String> subjects = new TreeSet<>();
    private final List<String> events = new ArrayList<>();
    private final long size;

    /** @param admin sees every event, and so every id */
    EveryRead(Client admin) {
        for (JsonNode event : admin.all("/v1/audit/events")) {
            subjects.add(event.path("subject").asText());
            events.add(event.path("id").asText());
        }
        size = Long.parseLong(admin.get("/v1/audit/checkpoint")
                .expect(200)
                .text()
                .lines()
                .toList()
                .get(1));
    }

    /** The answers that a reader gets, each with its request before it. */
    List<String> answers(Client reader) {
        return answers(reader, WISHES);
    }

    /** Those that a reader without a wish gets. */
    List<String> plainAnswers(Client reader) {
        return answers(reader, WISHES.subList(0, 1));
    }

    private List<String> answers(Client reader, List<Map<String, String>> wishes) {
        List<String> answers = new ArrayList<>();
        for (String target : targets()) {
            boolean oneForm = target.contains("/bundles/") || target.contains("/proofs/");
            for (Map<String, String> wish : oneForm ? wishes.subList(0, 1) : wishes) {
                answers.add(text(reader.send("GET", target, null, wish)));
            }
        }
        return answers;
    }

    static String text(Reply reply) {
        return reply.request() + "\n" + reply.status() + " " + reply.headers().map() + "\n"
                + new String(reply.body(), StandardCharsets.ISO_8859_1);
    }

    /** The lists that take words. */
    static List<String> searches() {
        return ApiDocument.generated().operations().stream()
                .filter(operation ->
                        operation.method().equals("GET") && !operation.path().contains("{"))
                .filter(operation -> operation.hasParameter("q"))
                .map(ApiOperation::path)
                .toList();
    }

    /** What is asked for. */
    Set<String> targets() {
        Set<String> targets = new LinkedHashSet<>(BESIDE);
        for (ApiOperation operation : ApiDocument.generated().operations()) {
            if (operation.method().equals("GET")) {
                paths(operation).forEach(path -> targets.addAll(queried(operation, path)));
            }
        }
        return targets;
    }

    private List<String> paths(ApiOperation operation) {
        String path = operation.path();
        if (path.contains("{event}")) {
            return events.stream().map(event -> path.replace("{event}", event)).toList();
        }
        if (path.contains("{path}")) {
            String width = size % 256 == 0 ? "" : ".p/" + size % 256;
            return List.of(path.replace("{path}", "entries/000" + width), path.replace("{path}", "0/000" + width));
        }
        if (path.contains("{index}")) {
            return List.of(path.replace("{index}", "0"), path.replace("{index}", Long.toString(size - 1)));
        }
        if (!path.contains("{id}")) {
            return List.of(path);
        }
        String kind = path.split("/", -1)[2];
        return subjects.stream()
                .filter(id -> kind.equals(kindOf(id)))
                .map(id -> path.replace("{id}", id))
                .flatMap(this::withComments)
                .toList();
    }

    /** Every comment at every assessment, since an event does not tell which one it is of. */
    private Stream<String> withComments(String path) {
        return path.contains("{comment}")
                ? subjects.stream().filter(id -> id.startsWith("comment_")).map(id -> path.replace("{comment}", id))
                : Stream.of(path);
    }

    private List<String> queried(ApiOperation operation, String path) {
        if (path.contains("{n}")) {
            return List.of(path.replace("{n}", "1"), path.replace("{n}", "2"));
        }
        if (path.endsWith("/diff")) {
            return List.of(path + "?from=1&to=2", path + "?from=2&to=1");
        }
        List<String> targets = new ArrayList<>(List.of(path));
        add(operation, "limit", path + "?limit=200", targets);
        add(operation, "knownAt", path + "?knownAt=2999-01-01T00:00:00Z", targets);
        add(operation, "knownAt", path + "?knownAt=" + java.time.Instant.now(), targets);
        add(operation, "asOf", path + "?asOf=2999-01-01", targets);
        add(operation, "state", path + "?limit=200&state=draft", targets);
        add(operation, "state", path + "?limit=200&state=in_review", targets);
        add(operation, "rating", path + "?limit=200&rating=false", targets);
        add(operation, "sort", path + "?limit=200&sort=-recordedAt", targets);
        if (operation.hasParameter("subject")) {
            subjects.forEach(subject -> targets.add(path + "?limit=200&subject=" + subject));
        }
        return targets;
    }

    private static void add(ApiOperation operation, String parameter, String target, List<String> targets) {
        if (operation.hasParameter(parameter)) {
            targets.add(target);
        }
    }

    private static String kindOf(String id) {
        return switch (id.substring(0, id.lastIndexOf('_'))) {
            case "agent" -> "agents";
            case "source" -> "sources";
            case "claim" -> "claims";
            case "rel" -> "relations";
            case "scale" -> "rating-scales";
            case "asmt" -> "assessments";
            case "key" -> "keys";
            case "desk" -> "desks";
            default -> "";
        };
    }
}
