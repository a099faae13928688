package org.claimtrail.audit.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.NoteSignature;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.remote.BoundedExchange;
import org.jspecify.annotations.Nullable;

/**
 * One witness: asks it to cosign and checks what it answers. Remembers what it cosigned last, so that asking again for the
 * same costs nothing, and asking for the next takes one request and not two.
 *
 * @see <a href="https://c2sp.org/tlog-witness#add-checkpoint">C2SP tlog-witness, add-checkpoint</a>
 */
final class WitnessClient {

    private static final String SIZE = "text/x.tlog.size";

    private final HttpClient http;
    private final URI url;
    private final VerifierKey key;
    private final Duration patience;

    private volatile long known;
    private volatile WitnessAnswer.@Nullable Cosigned last;

    /** @param prefix the submission prefix, with or without a slash at its end */
    WitnessClient(URI prefix, VerifierKey key, Duration patience) {
        this.http = BoundedExchange.client(patience);
        this.url = URI.create(prefix.toString().replaceFirst("/$", "") + "/add-checkpoint");
        this.key = key;
        this.patience = patience;
    }

    String name() {
        return key.name();
    }

    /** Whether it has cosigned something since this process began: it has seen no more than this log has, then. */
    boolean isCompared() {
        return last != null;
    }

    /** Asks it to cosign, at most once more with the size it says. Takes no longer than its patience. */
    WitnessAnswer ask(Submission submission) {
        WitnessAnswer.Cosigned before = last;
        if (before != null && before.text().equals(submission.text())) {
            return before;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            WitnessAnswer first = ask(submission, Math.min(known, submission.size()), deadline);
            WitnessAnswer answer = first instanceof WitnessAnswer.Ahead other && other.size() <= submission.size()
                    ? ask(submission, other.size(), deadline)
                    : first;
            return remembered(answer, submission);
        } catch (IOException e) {
            return new WitnessAnswer.Failed(e.getMessage() + ", from " + url);
        }
    }

    private WitnessAnswer remembered(WitnessAnswer answer, Submission submission) {
        if (answer instanceof WitnessAnswer.Cosigned cosigned) {
            known = submission.size();
            last = cosigned;
        } else if (answer instanceof WitnessAnswer.Ahead other) {
            known = other.size();
            return other.size() > submission.size()
                    ? answer
                    : new WitnessAnswer.Failed("it says another size each time, " + other.size() + " now, from " + url);
        }
        return answer;
    }

    private WitnessAnswer ask(Submission submission, long old, long deadline) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(submission.goingOnFrom(old)))
                .build();
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        HttpResponse<byte[]> answer = BoundedExchange.send(http, request, left);
        return switch (answer.statusCode()) {
            case 200 -> cosigned(submission.text(), answer.body());
            case 409 -> otherSize(answer);
            case 422 -> new WitnessAnswer.OtherTree();
            default -> throw new IOException("status " + answer.statusCode());
        };
    }

    /** By the specification its answer, put behind the text, makes a note. Signatures by other keys are ignored. */
    private WitnessAnswer cosigned(String text, byte[] lines) throws IOException {
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        note.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        note.writeBytes(lines);
        try {
            Note answered = Note.parse(note.toByteArray());
            Optional<NoteSignature> own = answered.signatures().stream()
                    .filter(signature -> key.verifies(text, signature) && isTimed(signature))
                    .findFirst();
            if (own.isPresent() && answered.isSignedBy(key)) {
                return new WitnessAnswer.Cosigned(text, own.get());
            }
        } catch (ProofException e) {
            throw new IOException("no cosignatures: " + e.getMessage(), e);
        }
        throw new IOException("no cosignature by " + key);
    }

    /** A cosignature without a time does not say that this was the largest tree. */
    private static boolean isTimed(NoteSignature signature) {
        return ByteBuffer.wrap(signature.signature()).getLong() != 0;
    }

    private static WitnessAnswer otherSize(HttpResponse<byte[]> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        OptionalLong size = size(new String(answer.body(), StandardCharsets.ISO_8859_1));
        if (!type.split(";", 2)[0].strip().equals(SIZE) || size.isEmpty()) {
            throw new IOException("status 409 without a size");
        }
        return new WitnessAnswer.Ahead(size.getAsLong());
    }

    private static OptionalLong size(String text) {
        return text.matches("(0|[1-9][0-9]{0,17})\n")
                ? OptionalLong.of(Long.parseLong(text.strip()))
                : OptionalLong.empty();
    }
}
