package org.claimtrail.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A write that somebody asks for.
 *
 * @param subject what it changes; none when it makes something new
 * @param effects how many times it has happened, as far as a reader can tell
 */
record Write(
        Client by,
        String method,
        String path,
        @Nullable String body,
        Map<String, String> headers,
        Optional<String> subject,
        ToIntFunction<Client> effects) {

    private static final String KEY = "Idempotency-Key";

    /** Something new. */
    static Write post(Client by, String path, Object body) {
        return new Write(by, "POST", path, Client.json(body), Map.of(), Optional.empty(), reader -> 1);
    }

    /** A new version. */
    static Write put(Client by, String id, Object body, String ifMatch) {
        Map<String, String> headers = Map.of("If-Match", ifMatch);
        return new Write(by, "PUT", Audit.path(id), Client.json(body), headers, Optional.of(id), reader -> 1);
    }

    /** A step that needs no body. */
    static Write step(Client by, String id, String step, String ifMatch) {
        Map<String, String> headers = Map.of("If-Match", ifMatch);
        return new Write(by, "POST", Audit.path(id) + "/" + step, null, headers, Optional.of(id), reader -> 1);
    }

    Write withKey(String key) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(KEY, key);
        return new Write(by, method, path, body, more, subject, effects);
    }

    Write happening(ToIntFunction<Client> seen) {
        return new Write(by, method, path, body, headers, subject, seen);
    }

    /** What it makes is all that this list has. */
    Write showingIn(String list) {
        return happening(reader -> reader.all(list).size());
    }

    boolean isNew() {
        return subject.isEmpty();
    }

    boolean hasKey() {
        return headers.containsKey(KEY);
    }

    Reply send() {
        return by.send(method, path, body, headers);
    }

    /** The events that answers name. */
    static List<String> events(List<Answered> answers) {
        return answers.stream()
                .map(answer -> answer.reply().header("Audit-Event"))
                .toList();
    }

    /** A write and the answer that its client got. */
    record Answered(Write write, Reply reply) {

        String subject() {
            return reply.id();
        }

        int version() {
            return reply.json().path("version").asInt();
        }

        /** An assessment's tag tells its state too, so only the latest answer about one holds its tag of now. */
        boolean isStep() {
            return subject().startsWith("asmt_");
        }

        /** Where the version that was answered stands for ever. */
        String url() {
            return Audit.path(subject()) + "/versions/" + version();
        }
    }
}
