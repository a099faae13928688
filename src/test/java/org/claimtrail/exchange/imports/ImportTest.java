package org.claimtrail.exchange.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrail.access.Role;
import org.claimtrail.exchange.LocalNames;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {

    private static final String LINES = "application/x-ndjson";

    private static final String AGENT = line("agent", "ministry", "{'type':'Organization','name':'Ministry of Fish'}");

    @Inject
    Newsroom newsroom;

    @Test
    void records_every_kind_and_what_refers_to_what() {
        String id = started();

        Response answer = send(
                id,
                AGENT,
                line("source", "report", "{'url':'https://fish.example/report','title':'Fish','medium':'article'}"),
                line(
                        "scale",
                        "three",
                        "{'name':'%s','owner':'@agent/ministry','ratings':[{'code':'so','label':{'en':'So'},'verdict':{'score':1}}]}"
                                .formatted(unique("Three"))),
                line(
                        "claim",
                        "cod",
                        "{'text':'Cod has doubled.','inLanguage':'en','claimant':'@agent/ministry','about':['fish'],"
                                + "'appearances':[{'source':'@source/report','attribution':"
                                + "[{'agent':'@agent/ministry','mode':'reported'}]}]}"),
                claim("herring", "Herring has not."),
                line(
                        "relation",
                        "1",
                        "{'type':'contradicts','state':'suggested','from':'@claim/cod','to':'@claim/herring'}"),
                "{\"kind\":\"assessment\",\"name\":\"1\",\"claim\":\"@claim/cod\",\"content\":{"
                        + "\"assessor\":\"@agent/ministry\",\"scale\":\"@scale/three\",\"rating\":\"so\",\"body\":\"Counted.\","
                        + "\"evidence\":[{\"source\":\"@source/report\",\"stance\":\"supports\"}]}}");

        assertThat(counts(answer)).as(answer.asString()).isEqualTo("7 0 0");
        given().get("/v1/claims/" + id(id, "claim", "cod"))
                .then()
                .statusCode(200)
                .body(hasJson("claimant", equalTo(id(id, "agent", "ministry").toString())))
                .body(hasJson(
                        "appearances[0].source",
                        equalTo(id(id, "source", "report").toString())));
        given().get("/v1/relations/" + id(id, "relation", "1")).then().statusCode(200);
        given().get("/v1/assessments/" + id(id, "assessment", "1")).then().statusCode(404);
        admin().request()
                .get("/v1/assessments/" + id(id, "assessment", "1"))
                .then()
                .statusCode(200)
                .body(hasJson("claim", equalTo(id(id, "claim", "cod").toString())));
        read(id).then().body(hasJson("recorded", equalTo(7)));
    }

    @Test
    void changes_nothing_when_it_is_sent_again() {
        String id = started();
        send(id, AGENT, claim("cod", "Cod has doubled."));

        Response again = send(id, AGENT, claim("cod", "Cod has tripled."), claim("eel", "Eels are gone."));

        assertThat(counts(again)).isEqualTo("1 2 0");
        given().get("/v1/claims/" + id(id, "claim", "cod"))
                .then()
                .body(hasJson("text", equalTo("Cod has doubled.")))
                .body(hasJson("version", equalTo(1)));
        read(id).then().body(hasJson("recorded", equalTo(3)));
    }

    @Test
    void tells_of_each_line_that_it_cannot_record_and_records_the_others() {
        String id = started();

        Response answer = send(
                id,
                AGENT,
                "",
                "{\"kind\":\"claim\"",
                "{\"kind\":\"claim\",\"name\":\"a b\",\"content\":{}}",
                line("claim", "mute", "{'text':'','inLanguage':'en','claimant':'@agent/ministry','about':[]}"),
                line("claim", "nobody", "{'text':'So.','inLanguage':'en','claimant':'@agent/nobody','about':[]}"),
                line("claim", "odd", "{'text':'So.','inLanguage':'en','claimant':'@agent/ministry','tags':[]}"),
                "{\"kind\":\"assessment\",\"name\":\"1\",\"content\":{}}",
                claim("cod", "Cod has doubled."));

        assertThat(counts(answer)).isEqualTo("2 0 6");
        Json told = answer.as(Json.class);
        assertThat(told.<List<Integer>>at("refusals.line")).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(told.<List<Integer>>at("refusals.status")).containsExactly(400, 422, 422, 422, 400, 422);
        assertThat(told.<List<String>>at("refusals.name")).containsExactly(null, null, "mute", "nobody", "odd", "1");
        assertThat(told.<List<List<String>>>at("refusals.errors.pointer").stream()
                        .flatMap(pointers -> pointers == null ? Stream.of("none") : pointers.stream()))
                .contains("/name", "/content/text", "/content/claimant", "/content/tags");
        assertThat(told.<String>at("refusals[3].errors[0].message"))
                .isEqualTo(
                        "There is no @agent/nobody: no earlier line of this import has brought it, or it was erased since.");
    }

    @Test
    void records_hundreds_around_those_that_it_cannot() {
        String id = started();
        List<Integer> bad = List.of(0, 1, 100, 249, 250, 599);
        Stream<String> claims = IntStream.range(0, 600)
                .mapToObj(i -> bad.contains(i)
                        ? claim("c" + i, "Of " + i).replace("@agent/ministry", "@agent/late")
                        : claim("c" + i, "Of " + i));

        Response answer = send(id, Stream.concat(Stream.of(AGENT), claims).toArray(String[]::new));

        assertThat(counts(answer)).isEqualTo("595 0 6");
        assertThat(answer.as(Json.class).<List<String>>at("refusals.name"))
                .containsExactly("c0", "c1", "c100", "c249", "c250", "c599");
        Response mended = send(
                id,
                AGENT.replace("\"ministry\"", "\"late\""),
                claim("c250", "Of 250").replace("@agent/ministry", "@agent/late"));
        assertThat(counts(mended)).isEqualTo("2 0 0");
        IntStream.of(2, 250, 598)
                .forEach(i -> given().get("/v1/claims/" + id(id, "claim", "c" + i))
                        .then()
                        .statusCode(200));
    }

    @Test
    void tells_of_the_first_hundred_in_their_order() {
        String id = started();
        Stream<String> unknown = IntStream.range(0, 100).mapToObj(i -> claim("c" + i, "Of " + i));
        Stream<String> malformed = IntStream.range(0, 300).mapToObj(i -> "nonsense");

        Response answer = send(id, Stream.concat(unknown, malformed).toArray(String[]::new));

        assertThat(counts(answer)).isEqualTo("0 0 400");
        assertThat(answer.as(Json.class).<List<Integer>>at("refusals.line"))
                .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void refuses_only_the_line_that_does_not_go_with_what_is_there() {
        String id = started();
        String relation = "{'type':'repeats','state':'suggested','from':'@claim/cod','to':'@claim/eel'}";

        Response answer = send(
                id,
                AGENT,
                claim("cod", "Cod has doubled."),
                claim("eel", "Eels have doubled."),
                line("relation", "1", relation),
                claim("ray", "Rays have doubled."),
                line("relation", "2", relation),
                claim("hake", "Hake has doubled."),
                line("relation", "3", relation.replace("@claim/eel", "@claim/cod")),
                claim("sole", "Sole has doubled."));

        assertThat(counts(answer)).as(answer.asString()).isEqualTo("7 0 2");
        assertThat(answer.as(Json.class).<List<Integer>>at("refusals.line")).containsExactly(6, 8);
        assertThat(answer.as(Json.class).<List<Integer>>at("refusals.status")).containsExactly(409, 422);
        assertThat(answer.as(Json.class).<String>at("refusals[1].errors[0].pointer"))
                .isEqualTo("/content/to");
    }

    @Test
    void takes_a_reference_for_no_text_where_it_refers_to_nothing() {
        String id = started();

        Response answer = send(id, AGENT, claim("cod", "@agent/nobody"), claim("@agent/ministry", "So."));

        assertThat(counts(answer)).isEqualTo("1 0 2");
        assertThat(answer.as(Json.class).<String>at("refusals[0].errors[0].pointer"))
                .isEqualTo("/content/text");
        assertThat(answer.as(Json.class).<String>at("refusals[1].errors[0].pointer"))
                .isEqualTo("/name");
    }

    @Test
    void tells_of_a_line_with_any_number_of_faults() {
        String id = started();
        String faults = "{'text':'So.','inLanguage':'en','claimant':'@agent/ministry','about':[%s]}"
                .formatted(IntStream.range(0, 1_000).mapToObj(i -> "''").collect(Collectors.joining(",")));

        Response answer = send(id, AGENT, line("claim", "cod", faults), line("claim", "x".repeat(60_000), "{}"));

        assertThat(counts(answer)).isEqualTo("1 0 2");
        assertThat(answer.asString().length()).isLessThan(10_000);
    }

    /** Pointers below long keys: all that a line may refer to, and a hundred lines with as many faults as are told. */
    @Test
    void does_not_repeat_what_is_long() {
        String id = started();
        String keys = IntStream.range(0, 8)
                .mapToObj(i -> "{'%s':".formatted("~".repeat(60_000)))
                .collect(Collectors.joining());
        String list = "['@agent/a'" + ",'@agent/a'".repeat(999) + "]";
        String lists = "[" + list + ("," + list).repeat(15) + "]";

        Response answer = send(
                id,
                line("claim", "names", keys + lists + "}".repeat(8)),
                line("claim", "unknown", "{'%s':1}".formatted("x".repeat(60_000))));

        assertThat(counts(answer)).isEqualTo("0 0 2");
        assertThat(answer.asString().length()).isLessThan(10_000);
    }

    @Test
    void brings_nothing_to_a_desk_that_was_closed_meanwhile() {
        Saved desk = newsroom.aDesk();
        String id = started(Map.of("name", "Of a desk", "desk", desk.id()));
        admin().request().post("/v1/desks/" + desk.id() + "/close").then().statusCode(200);

        Refusal.of(
                admin().request()
                        .contentType(LINES)
                        .body(AGENT.getBytes(StandardCharsets.UTF_8))
                        .post(path(id)),
                ProblemType.INVALID);

        read(id).then().body(hasJson("recorded", equalTo(0)));
    }

    @Test
    void records_a_name_once_within_a_file() {
        String id = started();

        assertThat(counts(send(id, AGENT, claim("cod", "One."), claim("cod", "Two."))))
                .isEqualTo("2 1 0");

        given().get("/v1/claims/" + id(id, "claim", "cod")).then().body(hasJson("text", equalTo("One.")));
    }

    @Test
    void records_each_line_once_when_two_send_the_same_file() {
        String id = started();
        String[] file = Stream.concat(
                        Stream.of(AGENT), IntStream.range(0, 300).mapToObj(i -> claim("c" + i, "Of " + i)))
                .toArray(String[]::new);

        List<CompletableFuture<String>> senders = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> counts(send(id, file))))
                .toList();
        List<String> counted = senders.stream().map(CompletableFuture::join).collect(Collectors.toList());

        assertThat(counted.stream()
                        .mapToInt(counts -> Integer.parseInt(counts.split(" ", 2)[0]))
                        .sum())
                .isEqualTo(301);
        assertThat(counted).allMatch(counts -> counts.endsWith(" 0"));
        read(id).then().body(hasJson("recorded", equalTo(301)));
    }

    @Test
    void refuses_a_line_that_is_too_long_and_goes_on_behind_it() {
        String id = started();

        Response answer = send(id, AGENT, claim("long", "x".repeat(1024 * 1024)), claim("cod", "Cod has doubled."));

        assertThat(counts(answer)).isEqualTo("2 0 1");
        assertThat(answer.as(Json.class).<List<Integer>>at("refusals.status")).containsExactly(413);
    }

    @Test
    void gives_claims_to_the_desk_it_names() {
        Saved desk = newsroom.aDesk();
        String id = started(Map.of("name", "Of a desk", "desk", desk.id()));

        assertThat(counts(send(id, AGENT, claim("cod", "Cod has doubled.")))).isEqualTo("2 0 0");

        Response found = admin().request().get("/v1/claims?desk=" + desk.id());
        assertThat(found.as(Json.class).<List<String>>at("items.id"))
                .containsExactly(id(id, "claim", "cod").toString());
    }

    @Test
    void does_not_bring_back_what_was_erased() {
        String id = started();
        send(id, AGENT, claim("cod", "Cod has doubled."));
        String path = "/v1/claims/" + id(id, "claim", "cod");
        admin().request()
                .body(Map.of("basis", "court_order"))
                .header("If-Match", "*")
                .post(path + "/erase")
                .then()
                .statusCode(200);

        assertThat(counts(send(id, AGENT, claim("cod", "Cod has doubled.")))).isEqualTo("0 2 0");

        given().get(path).then().statusCode(410);
    }

    @Test
    void is_told_of_in_the_log() {
        String id = started();
        Response answer = send(id, AGENT, "nonsense");

        Json events = newsroom.auditor()
                .request()
                .get("/v1/audit/events?subject=" + id)
                .as(Json.class);
        assertThat(events.<List<String>>at("items.type")).containsExactly("import.started", "import.received");
        assertThat(events.<List<String>>at("items.id").get(1)).isEqualTo(answer.header("Audit-Event"));
        assertThat(given().get("/v1/audit/events?subject=" + id).as(Json.class).<List<String>>at("items"))
                .isEmpty();
    }

    @Test
    void is_for_administrators_and_for_lines_alone() {
        String id = started();
        Member editor = newsroom.member(Role.EDITOR);
        Refusal.of(editor.request().get("/v1/imports"), ProblemType.FORBIDDEN);
        Refusal.of(
                editor.request()
                        .contentType(LINES)
                        .body(AGENT.getBytes(StandardCharsets.UTF_8))
                        .post(path(id)),
                ProblemType.FORBIDDEN);
        Refusal.of(admin().request().body(AGENT).post(path(id)), ProblemType.UNSUPPORTED_MEDIA_TYPE);
        Refusal.of(
                admin().request()
                        .contentType(LINES)
                        .body(AGENT.getBytes(StandardCharsets.UTF_8))
                        .post(path(Newsroom.noSuch(Kind.IMPORT))),
                ProblemType.NOT_FOUND);
        Refusal.of(admin().request().body(Map.of("name", "x")).post("/v1/imports"), ProblemType.BAD_PARAMETER);
        Refusal.of(start(Map.of("name", "x", "desk", Newsroom.noSuch(Kind.DESK))), ProblemType.INVALID);
        assertThat(counts(send(id))).isEqualTo("0 0 0");
    }

    @Test
    void lists_imports_the_latest_first() {
        String first = started();
        String second = started();

        Response page = admin().request().get("/v1/imports?limit=1");

        page.then().statusCode(200).body(hasJson("items[0].id", equalTo(second)));
        admin().request()
                .get("/v1/imports?limit=1&cursor=" + page.as(Json.class).<String>at("next"))
                .then()
                .body(hasJson("items[0].id", equalTo(first)))
                .body(hasJson("items[0].name", containsString("Archive")));
    }

    private Member admin() {
        return newsroom.admin();
    }

    private String started() {
        return started(Map.of("name", "Archive of " + unique("somebody")));
    }

    private String started(Map<String, String> body) {
        Response started = start(body);
        started.then().statusCode(201);
        return started.as(Json.class).at("id");
    }

    private Response start(Map<String, String> body) {
        return admin().request()
                .header("Idempotency-Key", unique("key"))
                .body(body)
                .post("/v1/imports");
    }

    private Response read(String id) {
        return admin().request().get("/v1/imports/" + id);
    }

    private Response send(String id, String... lines) {
        Response answer = admin().request()
                .contentType(LINES)
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post(path(id));
        answer.then().statusCode(200);
        return answer;
    }

    private static String path(String id) {
        return "/v1/imports/" + id + "/records";
    }

    /** Recorded, known, refused. */
    private static String counts(Response answer) {
        Json counted = answer.as(Json.class);
        int recorded = counted.at("recorded");
        int known = counted.at("known");
        int refused = counted.at("refused");
        assertThat(counted.<Integer>at("lines")).as(answer.asString()).isEqualTo(recorded + known + refused);
        return recorded + " " + known + " " + refused;
    }

    private static TypeId id(String of, String kind, String name) {
        return new LocalNames(TypeId.parse(of).madeAt().toEpochMilli(), of).id(kind, name);
    }

    private static String claim(String name, String text) {
        return line(
                "claim",
                name,
                "{'text':'%s','inLanguage':'en','claimant':'@agent/ministry','about':['fish']}".formatted(text));
    }

    private static String line(String kind, String name, String content) {
        return "{\"kind\":\"%s\",\"name\":\"%s\",\"content\":%s}".formatted(kind, name, content.replace('\'', '"'));
    }
}
