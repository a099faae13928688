package org.claimtrail.support;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.access.Keys;
import org.claimtrail.access.NewKey;
import org.claimtrail.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records made over HTTP, by people who have keys. Contents are plain maps, so that a test can leave out or spoil any
 * property.
 */
public final class Ledger {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private Ledger() {}

    /** A request without a credential. */
    public static RequestSpecification reader() {
        return given();
    }

    public static RequestSpecification contributor() {
        return with(Staff.CONTRIBUTOR);
    }

    public static RequestSpecification editor() {
        return with(Staff.EDITOR);
    }

    public static RequestSpecification administrator() {
        return with(Staff.ADMINISTRATOR);
    }

    /** A content of names and values in turn; it may be changed. */
    public static Map<String, Object> content(@Nullable Object... namesAndValues) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            content.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return content;
    }

    public static String json(Object content) {
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A word that no other record has. */
    public static String unique() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The id of what was created. */
    public static String created(RequestSpecification by, String path, Object content) {
        return by.body(json(content))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id");
    }

    public static String agent(String name) {
        return created(contributor(), "/v1/agents", content("type", "Person", "name", name));
    }

    public static String source(String title) {
        return created(contributor(), "/v1/sources", content("title", title, "medium", "article"));
    }

    /** A claim with these properties beside or in place of the least there can be. */
    public static String claim(Object... namesAndValues) {
        Map<String, Object> content = content("text", "A claim made for a test", "inLanguage", "en");
        content.putAll(content(namesAndValues));
        content.computeIfAbsent("claimant", missing -> agent("A claimant"));
        return created(contributor(), "/v1/claims", content);
    }

    public static String relation(String from, String type, String to) {
        return created(contributor(), "/v1/relations", content("from", from, "type", type, "to", to));
    }

    /** A chain from origin to outlet: agents and modes in turn. */
    public static List<Map<String, Object>> chain(String... agentsAndModes) {
        List<Map<String, Object>> chain = new ArrayList<>();
        for (int i = 0; i < agentsAndModes.length; i += 2) {
            chain.add(content("agent", agentsAndModes[i], "mode", agentsAndModes[i + 1]));
        }
        return chain;
    }

    /** A scale with the ratings right, wrong and open; the last says nothing of truth. */
    public static String scale(String owner) {
        List<Map<String, Object>> ratings =
                List.of(rating("right", 1, "Right"), rating("wrong", 0, "Wrong"), rating("open", null, "Open"));
        return created(
                administrator(), "/v1/rating-scales", content("owner", owner, "name", "A scale", "ratings", ratings));
    }

    private static Map<String, Object> rating(String code, @Nullable Object score, String label) {
        return content("code", code, "label", content("en", label), "verdict", content("score", score));
    }

    /** A published assessment of a claim with these properties beside assessor, scale and rating. */
    public static String assessment(String claim, String assessor, String rating, @Nullable Object... namesAndValues) {
        Map<String, Object> content = content("assessor", assessor, "scale", scale(assessor), "rating", rating);
        content.putAll(content(namesAndValues));
        String id = created(contributor(), "/v1/claims/" + claim + "/assessments", content);
        publish("/v1/assessments/" + id);
        return id;
    }

    /** Publishes a new version of an assessment that differs from the one that stands in these properties. */
    public static void revise(String assessment, @Nullable Object... namesAndValues) {
        String path = "/v1/assessments/" + assessment;
        Map<String, Object> content = read(contributor(), path);
        content.putAll(content(namesAndValues));
        contributor()
                .header("If-Match", "*")
                .body(json(content))
                .put(path)
                .then()
                .statusCode(200);
        publish(path);
    }

    /** Corrects the rating of an assessment. */
    public static void correct(String assessment, String rating) {
        revise(
                assessment,
                "rating",
                rating,
                "changeType",
                "correction",
                "changeReason",
                "changed for a test",
                "correctionNotice",
                "The rating was another one.");
    }

    /** Takes the draft of an assessment through review to publication. */
    public static void publish(String path) {
        for (String step : List.of("submit", "approve", "publish")) {
            RequestSpecification by = step.equals("submit") ? contributor() : editor();
            by.header("If-Match", "*").post(path + "/" + step).then().statusCode(200);
        }
    }

    /** Takes a step with a record that an editor may take, or for an erasure an administrator; an empty body is none. */
    public static void step(String path, String step, Map<String, Object> body) {
        RequestSpecification by = (step.equals("erase") ? administrator() : editor()).header("If-Match", "*");
        (body.isEmpty() ? by : by.body(json(body)))
                .post(path + "/" + step)
                .then()
                .statusCode(200);
    }

    /** Changes a record, whatever its version, and gives the answer. */
    public static Response edit(String path, Object... namesAndValues) {
        Map<String, Object> content = read(contributor(), path);
        content.put("changeReason", "changed for a test");
        content.putAll(content(namesAndValues));
        return contributor().header("If-Match", "*").body(json(content)).put(path);
    }

    /** What a reader sees at an address, as a content that may be changed and sent back. */
    public static Map<String, Object> read(RequestSpecification by, String path) {
        return map(by.get(path).then().statusCode(200).extract().asByteArray());
    }

    /** The ids on the first page, of 200, of a list; names and values of the question in turn. */
    public static List<String> ids(String list, String... namesAndValues) {
        RequestSpecification question = reader().queryParam("limit", "200");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            question.queryParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return question.get(list)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("items.id");
    }

    /** Now, as precise as the service's clock. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** Where the Link header leads from a page to the next; null on the last. */
    public static @Nullable String next(Response page) {
        page.then().statusCode(200);
        Matcher link = NEXT.matcher(Objects.requireNonNullElse(page.header("Link"), ""));
        return link.matches() ? link.group(1) : null;
    }

    private static Map<String, Object> map(byte[] json) {
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** Three people and their keys, made when the first of them is needed. */
    private static final class Staff {

        static final String ADMINISTRATOR = first();
        static final String CONTRIBUTOR = key("Ledger contributor", "contributor");
        static final String EDITOR = key("Ledger editor", "editor");

        private Staff() {}

        private static String first() {
            Keys keys = Arc.container().instance(Keys.class).get();
            NewKey administrator = NewKey.of("Ledger administrator", Role.ADMIN);
            String key = keys.create(keys.person("Ledger"), administrator).key();
            if (key == null) {
                throw new IllegalStateException("a new key comes with its credential");
            }
            return key;
        }

        private static String key(String holder, String role) {
            return with(ADMINISTRATOR)
                    .body(json(content("holder", holder, "role", role)))
                    .post("/v1/keys")
                    .then()
                    .statusCode(201)
                    .extract()
                    .as(Json.class)
                    .at("key");
        }
    }
}
