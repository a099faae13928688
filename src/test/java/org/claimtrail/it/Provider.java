package org.claimtrail.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ports;

/**
 * An OpenID Connect provider on a port of its own (mock-oauth2-server): discovery, public keys, and tokens that it signs. It
 * knows its people by {@code scope}, and can be stopped and started again, also with another key. When it is stopped nobody
 * listens at its port, and its connections are closed.
 */
final class Provider implements AutoCloseable {

    static final String AUDIENCE = "claimtrail";
    private static final String ISSUER_ID = "desk";

    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private RSAKey key = newKey();
    private MockOAuth2Server server;

    Provider() {
        this.server = started();
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/" + ISSUER_ID;
    }

    /** The key it signs with, under the id that its tokens name. */
    RSAKey key() {
        return key;
    }

    /** A token for one of its people, by their scope in the list of them. */
    String token(String person) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=test&client_secret=test&scope=" + person))
                .build();
        String answer = send(request).body();
        return answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    void stop() {
        server.shutdown();
    }

    void startAgain() {
        server = started();
    }

    /** From now on it signs with another key, and shows no other. */
    void rotate() {
        stop();
        key = newKey();
        startAgain();
    }

    /** A key that it never had, under the id of the one it has. */
    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(ISSUER_ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private MockOAuth2Server started() {
        MockOAuth2Server starting = new MockOAuth2Server(OAuth2Config.Companion.fromJson(config()));
        starting.start(InetAddress.getLoopbackAddress(), port);
        return starting;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String config() {
        Map<String, Object> keys = Map.of("initialKeys", key.toJSONString(), "algorithm", "RS256");
        List<Object> people = Stream.of(
                        person("cora", "Cora Writes", "writers"),
                        person("ed", "Ed Edits", "editors"),
                        person("both", "Bo Both", "writers", "auditors"),
                        person("audrey", "Audrey Reads", "auditors"),
                        person("ada", "Ada Rules", "admins"),
                        person("noone", "Nora None", "strangers"),
                        person("twin1", "Kim Lee", "writers"),
                        person("twin2", "Kim Lee", "writers"),
                        person("linked", "Lin Linked", "editors"))
                .collect(Collectors.toList());
        return Client.json(Map.of(
                "interactiveLogin",
                false,
                "tokenProvider",
                Map.of("keyProvider", keys),
                "tokenCallbacks",
                List.of(Map.of("issuerId", ISSUER_ID, "tokenExpiry", 3600, "requestMappings", people))));
    }

    private static Map<String, Object> person(String scope, String name, String... groups) {
        return Map.of(
                "requestParam",
                "scope",
                "match",
                scope,
                "claims",
                Map.of(
                        "sub",
                        scope,
                        "aud",
                        List.of(AUDIENCE),
                        "name",
                        name,
                        "realm_access",
                        Map.of("roles", List.of(groups))));
    }
}
