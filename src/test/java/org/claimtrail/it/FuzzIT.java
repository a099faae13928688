package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.claimtrail.support.ApiDocument;
import org.claimtrail.support.ApiOperation;
import org.claimtrail.support.Client;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever it is asked, the packaged program answers as its description says, or refuses with a problem document.
 * Asked in turn by the public and by each role, the keys of which are no part of the
 * game. {@code -Dclaimtrail.fuzz.requests=100000} asks more, {@code -Dclaimtrail.it.seed=} repeats what one run asked, but
 * for the ids that the program chose.
 */
@ExtendWith(ShownOutput.class)
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("claimtrail.fuzz.requests", 3_000);
    private static final long SEED = Long.getLong("claimtrail.it.seed", System.nanoTime());
    private static final int ENOUGH = 20;
    /** No operation's own: of a method that has none here, and of what is expected of the server (RFC 9110, section 10.1.1). */
    private static final List<Integer> ANYWHERE = List.of(405, 417);
    /** Of a body sent to an operation that takes none. */
    private static final List<Integer> OF_A_BODY = List.of(413, 415);

    private static final Pattern INNARDS =
            Pattern.compile("\\tat |Exception|java\\.lang|org\\.claimtrail|org\\.hibernate|io\\.quarkus|SQL");

    private final ApiDocument document = ApiDocument.generated();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private List<Secret> secrets = List.of();

    @Test
    void answers_as_documented_or_refuses_with_a_problem_document(@TempDir Path folder) throws IOException {
        System.out.println("FuzzIT: " + REQUESTS + " requests, seed " + SEED);
        try (Packaged service = SignIn.with("http://127.0.0.1:1/nobody", folder).start()) {
            SecretNewsroom newsroom = new SecretNewsroom(service.admin());
            newsroom.plant();
            secrets = newsroom.secrets();
            List<FuzzCaller> callers = FuzzCaller.all(service.admin());
            Fuzzer fuzzer = new Fuzzer(document, badCredentials(service.admin()), new Random(SEED));

            for (int i = 0; i < REQUESTS && wrong.size() < ENOUGH; i++) {
                FuzzCaller caller = callers.get(i % callers.size());
                ask(caller, fuzzer.next(caller.credential()), service.url(), fuzzer);
            }

            System.out.println("FuzzIT: answers by role and status " + statuses);
            assertThat(wrong).as("seed %d", SEED).isEmpty();
            callers.forEach(caller -> caller.requireLetIn(service.url()));
            assertThat(service.output()).doesNotContain(" ERROR ");
        }
    }

    private static List<String> badCredentials(Client admin) {
        List<String> credentials =
                new ArrayList<>(List.of("Bearer", "Bearer x", "Basic YTpi", "Bearer a b", "Bearer ü"));
        credentials.add("Bearer " + admin.key().substring(0, admin.key().length() - 2) + "xx");
        credentials.add("Bearer " + "k".repeat(5_000));
        return credentials;
    }

    private void ask(FuzzCaller caller, FuzzRequest request, URI service, Fuzzer fuzzer) throws IOException {
        Optional<FuzzAnswer> answered;
        try {
            answered = FuzzAnswer.to(request, service);
        } catch (SocketTimeoutException e) {
            check(request, "waits for ever", false);
            return;
        }
        if (answered.isEmpty()) {
            statuses.merge(caller.role() + " none", 1, Integer::sum);
            check(request, "no answer", !request.wellFormed());
            return;
        }
        FuzzAnswer answer = answered.get();
        statuses.merge(caller.role() + " " + answer.status(), 1, Integer::sum);
        check(request, "a secret: " + answer, caller.maySee(secrets, answer));
        documented(request, answer);
        if (request.method().equals("HEAD") && request.wellFormed()) {
            check(request, answer, answer.status() < 500 && answer.body().length == 0);
        } else if (answer.status() >= 400) {
            check(request, answer, isRefusal(answer));
        } else if (answer.status() / 100 == 2 && answer.contentType().startsWith("application/json")) {
            success(request, answer, fuzzer);
        }
    }

    private static boolean isRefusal(FuzzAnswer answer) throws IOException {
        if (answer.status() >= 500 || !answer.contentType().startsWith("application/problem+json")) {
            return false;
        }
        JsonNode problem = answer.json();
        return problem.path("type").asText().startsWith("/problems/")
                && !problem.path("title").asText().isBlank()
                && !problem.path("detail").asText().isBlank()
                && problem.path("status").asInt() == answer.status()
                && !INNARDS.matcher(answer.text()).find();
    }

    /** The status is one that the operation names, and a refusal is the document that it names for it. */
    private void documented(FuzzRequest request, FuzzAnswer answer) throws IOException {
        Optional<ApiOperation> operation = operation(request);
        if (operation.isEmpty() || !request.wellFormed()) {
            return;
        }
        boolean known = operation.get().responses().containsKey(Integer.toString(answer.status()));
        boolean ofOthers = ANYWHERE.contains(answer.status())
                || (request.method().equals("GET") && OF_A_BODY.contains(answer.status()));
        check(request, "no status of " + operation.get() + ": " + answer, known || ofOthers);
        if (known && answer.status() >= 400) {
            JsonNode content = refusal(operation.get(), answer.status());
            check(request, "no document for it: " + answer, content.has("schema"));
            List<String> misfits = document.misfits(content.path("schema"), answer.json());
            check(request, misfits + "\n" + answer, misfits.isEmpty());
        }
    }

    /** What an operation names for a refusal, often by a reference to what many have in common. */
    private JsonNode refusal(ApiOperation operation, int status) {
        JsonNode response = Objects.requireNonNull(operation.responses().get(Integer.toString(status)));
        String reference = response.path("$ref").asText();
        JsonNode found = reference.isEmpty() ? response : document.root().at(reference.substring(1));
        return found.path("content").path("application/problem+json");
    }

    private void success(FuzzRequest request, FuzzAnswer answer, Fuzzer fuzzer) throws IOException {
        Optional<ApiOperation> operation = operation(request);
        if (operation.isEmpty() || answer.body().length == 0) {
            return;
        }
        JsonNode content = operation.get().content(answer.status()).get("application/json");
        check(request, answer, content != null);
        if (content != null) {
            List<String> misfits = document.misfits(content.path("schema"), answer.json());
            check(request, misfits + "\n" + answer, misfits.isEmpty());
        }
        if (answer.status() == 201) {
            fuzzer.made(answer.json().path("id").asText());
        }
    }

    /** The operation that was reached, if the path is that of one; none is at a path with a parameter of its own (RFC 3986, section 3.3). */
    private Optional<ApiOperation> operation(FuzzRequest request) {
        String path = request.target().replaceFirst("[?#].*", "");
        if (path.contains("/.") || request.target().contains("#")) {
            return Optional.empty(); // where it leads is not written there; and a fragment is no part of a request
        }
        return document.operations().stream()
                .filter(operation -> operation.method().equals(request.method()))
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[a-z]+}", "[^/;]+") + "/?"))
                .findFirst();
    }

    private void check(FuzzRequest request, Object answer, boolean fine) {
        if (!fine) {
            wrong.add("\n>>>> " + request + "\n<<<< " + answer);
        }
    }
}
