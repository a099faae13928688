package org.claimtrail.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/** What a token that was checked says of its holder. */
record TokenClaims(JsonNode claims, TokenConfig config) {

    private static final int LONGEST_NAME = 200;

    /** Of the token in its compact form (RFC 7519): the part between the dots. */
    static TokenClaims of(String token, TokenConfig config) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new TokenClaims(StoredJson.read(payload), config);
    }

    Login login() {
        return new Login(claims.path("iss").asText(), claims.path("sub").asText());
    }

    /** Their name, or what stands for one; the subject where there is none. */
    String name() {
        String name = Stream.of("name", "preferred_username", "sub")
                .map(claim -> claims.path(claim).asText("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    @Nullable
    String agent() {
        return config.agentClaim()
                .map(this::claim)
                .map(JsonNode::textValue)
                .flatMap(TypeId::tryParse)
                .filter(id -> id.kind() == Kind.AGENT)
                .map(TypeId::toString)
                .orElse(null);
    }

    /** All that any of its roles may. */
    Set<String> permissions() {
        JsonNode roles = claim(config.roleClaim());
        Stream<JsonNode> values = roles.isArray() ? StreamSupport.stream(roles.spliterator(), false) : Stream.of(roles);
        return values.map(JsonNode::textValue)
                .flatMap(value -> Optional.ofNullable(value).stream())
                .flatMap(value -> Optional.ofNullable(config.roles().get(value)).stream())
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toSet());
    }

    /** By its name, which may hold slashes, or else by a path of names. */
    private JsonNode claim(String name) {
        return claims.has(name)
                ? claims.get(name)
                : Arrays.stream(name.split("/", -1)).reduce(claims, JsonNode::path, (one, other) -> other);
    }
}
