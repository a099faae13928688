package org.claimtrail.audit.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.claimtrail.merkle.NoteSignature;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.remote.BoundedExchange;

/**
 * A signer that keeps its key to itself. It is sent the text of the note by POST and answers with the 64 bytes of the
 * Ed25519 signature in base64. What it answers is checked with the public key that was configured.
 */
final class RemoteSigner implements NoteSigner {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI url;
    private final VerifierKey key;
    private final Duration patience;

    RemoteSigner(URI url, VerifierKey key, Duration patience) {
        this.http = BoundedExchange.client(patience);
        this.url = url;
        this.key = key;
        this.patience = patience;
    }

    /** As configured; the public key has to be told, and has to bear the log's name. */
    static RemoteSigner of(String origin, LogConfig.Key config) {
        String vkey = config.vkey()
                .orElseThrow(() -> new IllegalArgumentException("claimtrail.audit.key.vkey has to say the public key"));
        VerifierKey key = VerifierKey.parse(vkey);
        if (!key.name().equals(origin)) {
            throw new IllegalArgumentException("its name is " + key.name() + " and not " + origin);
        }
        return new RemoteSigner(URI.create(config.url().orElseThrow()), key, PATIENCE);
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public VerifierKey verifierKey() {
        return key;
    }

    @Override
    public NoteSignature sign(String text) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        try {
            HttpResponse<byte[]> answer = BoundedExchange.send(http, request, patience);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the signer " + url + " answered " + answer.statusCode());
            }
            String signature = new String(answer.body(), StandardCharsets.ISO_8859_1).strip();
            return key.signature(text, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the signer " + url + " gave no signature: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("the signer " + url + " does not answer: " + e.getMessage(), e);
        }
    }
}
