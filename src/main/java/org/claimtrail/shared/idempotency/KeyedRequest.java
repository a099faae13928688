package org.claimtrail.shared.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrail.shared.http.BodyDigest;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** Reads from the current request what makes it the same act as another, and turns its answer into bytes. */
@ApplicationScoped
class KeyedRequest {

    private final CurrentIdentityAssociation identity;
    private final RoutingContext routing;
    private final ObjectMapper mapper;

    KeyedRequest(CurrentIdentityAssociation identity, RoutingContext routing, ObjectMapper mapper) {
        this.identity = identity;
        this.routing = routing;
        this.mapper = mapper;
    }

    /** The act the request's key names; none when the request has no key and needs none. */
    Optional<Act> act(boolean required) {
        return IdempotencyKey.of(routing.request().headers().getAll(IdempotencyKey.HEADER), required)
                .map(this::act);
    }

    Answer answer(Response response) {
        return Answer.of(response, bytes(response.getEntity()));
    }

    /**
     * The record that the answer tells of: the one it has made, or else the last one in the request's path, in whichever
     * way that is written.
     */
    @Nullable
    String subject(Answer answer) {
        Stream<String> locations = answer.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HttpHeaders.LOCATION))
                .map(Map.Entry::getValue);
        return Stream.concat(locations, Stream.ofNullable(routing.normalizedPath()))
                .flatMap(path -> lastId(path).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> lastId(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> TypeId.tryParse(segment).isPresent())
                .reduce((earlier, later) -> later);
    }

    private Act act(String key) {
        String principal = identity.getIdentity().getPrincipal().getName();
        var http = routing.request();
        byte[] payload = Act.digest(bodyDigest(), utf8(http.query()), utf8(http.getHeader(HttpHeaders.CONTENT_TYPE)));
        byte[] scope = Act.digest(utf8(principal), utf8(http.method().name()), utf8(http.path()), utf8(key));
        return Act.of(scope, key, String.valueOf(http.getHeader(HttpHeaders.AUTHORIZATION)), payload);
    }

    /** Empty for a method that takes no body: what it does not read makes no difference. */
    private static byte[] bodyDigest() {
        return BodyDigest.ofCurrentRequest().orElseGet(() -> new byte[0]);
    }

    private byte @Nullable [] bytes(@Nullable Object entity) {
        if (entity == null || entity instanceof byte[]) {
            return (byte[]) entity;
        }
        if (entity instanceof String text) {
            return utf8(text);
        }
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer cannot be written", e);
        }
    }

    private static byte[] utf8(@Nullable String text) {
        return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
    }
}
