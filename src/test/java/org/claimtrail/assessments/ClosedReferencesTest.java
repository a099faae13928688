package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.read;
import static org.claimtrail.support.Newsroom.body;
import static org.claimtrail.support.Newsroom.rating;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Everywhere;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refers to a closed record stays readable, and tells nothing of it. */
@QuarkusTest
class ClosedReferencesTest {

    @Inject
    Newsroom newsroom;

    @Inject
    DataSource database;

    @Inject
    AssessmentVersions versions;

    @Inject
    VersionReads reads;

    @Inject
    AssessmentReader reader;

    @ParameterizedTest
    @ValueSource(strings = {"withhold", "erase"})
    void a_claim_outlives_its_claimant_whose_name_is_told_nowhere(String how) {
        String name = unique("claimant");
        Saved claimant = newsroom.anAgent(name);
        Saved claim = newsroom.aClaim().by(claimant).through(claimant).saved();
        newsroom.anAssessment().of(claim).by(claimant).published();

        close(claimant.path(), how);

        for (String address : List.of(
                claim.path(),
                claim.path() + "/dossier",
                claim.path() + "/provenance",
                claim.path() + "/assessments",
                "/v1/claims?claimant=" + claimant.id(),
                "/v1/corrections",
                "/v1/assessments?assessor=" + claimant.id())) {
            given().get(address).then().statusCode(200).body(not(containsString(name)));
        }
        given().get("/v1/agents?q=" + name).then().statusCode(200).body(hasJson("items", empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"withhold", "erase"})
    void a_claim_outlives_the_source_it_appeared_in(String how) {
        Saved source = newsroom.aSource();
        Saved claim = newsroom.aClaim()
                .with("interpretation", "as it stands")
                .through(newsroom.desk())
                .saved();
        String title =
                given().get(source.path()).then().extract().as(Json.class).at("title");
        appearIn(claim, source);

        close(source.path(), how);

        given().get(claim.path() + "/dossier").then().statusCode(200).body(not(containsString(title)));
        given().get(claim.path() + "/provenance").then().statusCode(200).body(not(containsString(title)));
    }

    @Test
    void what_is_published_of_an_erased_claim_answers_on_its_own() {
        String text = unique("text");
        Saved claim = newsroom.aClaim().saying(text).saved();
        Assessed assessed = newsroom.anAssessment().of(claim).published().changed("correction", "rating", "true");

        close(claim.path(), "erase");

        given().get(assessed.path()).then().statusCode(200).body(hasJson("claim", equalTo(claim.id())));
        given().get(assessed.path() + "/versions/1").then().statusCode(200);
        given().get("/v1/assessments?limit=200").then().body(hasJson("items.id", hasItem(assessed.id())));
        given().get("/v1/corrections?claim=" + claim.id())
                .then()
                .statusCode(200)
                .body(hasJson("items.assessment", hasItem(assessed.id())))
                .body(not(containsString(text)));
        Refusal.of(given().get(claim.path() + "/dossier"), ProblemType.ERASED);
        Refusal.of(newsroom.anAssessment().of(claim).draft(), ProblemType.ERASED);
        assessed.changed("minor", "rating", "true");
    }

    @Test
    void corrections_about_a_withheld_claim_are_for_staff() {
        Saved claim = newsroom.aClaim().saved();
        newsroom.anAssessment().of(claim).published().changed("correction", "rating", "true");
        String corrections = "/v1/corrections?claim=" + claim.id();

        close(claim.path(), "withhold");

        given().get(corrections).then().statusCode(200).body(hasJson("items", empty()));
        newsroom.contributor().request().get(corrections).then().body(hasJson("items", not(empty())));
    }

    @Test
    void verdicts_on_a_withheld_claim_are_listed_for_staff_alone() {
        Saved desk = newsroom.anAgent(unique("desk"));
        Saved claim = newsroom.aClaim().saved();
        newsroom.anAssessment().of(claim).by(desk).published();
        String list = "/v1/assessments?assessor=" + desk.id();
        given().get(list).then().body(hasJson("items.claim", hasItem(claim.id())));

        close(claim.path(), "withhold");

        given().get(list).then().statusCode(200).body(hasJson("items", empty()));
        newsroom.contributor().request().get(list).then().body(hasJson("items.claim", hasItem(claim.id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&knownAt=9999-01-01T00:00:00Z"})
    void a_withheld_verdict_does_not_tell_by_its_time_which_claim_it_is_of(String more) {
        Saved claim = newsroom.aClaim().saved();
        Assessed assessed = newsroom.anAssessment().of(claim).published();
        String at = given().get(assessed.path() + "/versions")
                .then()
                .extract()
                .as(Json.class)
                .at("items[0].publishedAt");
        String changed = "/v1/claims?limit=200&updatedSince=" + at + more;
        given().get(changed).then().body(hasJson("items.id", hasItem(claim.id())));

        close(assessed.path(), "withhold");

        given().get(changed).then().statusCode(200).body(hasJson("items.id", not(hasItem(claim.id()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"withhold", "erase"})
    void a_closed_verdict_leaves_its_claim_and_answers_no_filter(String how) {
        Saved desk = newsroom.anAgent(unique("desk"));
        Saved claim = newsroom.aClaim().saved();
        Assessed assessed =
                newsroom.anAssessment().of(claim).by(desk).published().changed("correction", "rating", "true");
        String filtered = "/v1/claims?assessor=" + desk.id();
        given().get(filtered).then().body(hasJson("items.id", hasItem(claim.id())));

        close(assessed.path(), how);

        given().get(filtered).then().statusCode(200).body(hasJson("items", empty()));
        given().get("/v1/corrections?claim=" + claim.id()).then().body(hasJson("items", empty()));
        given().get(claim.path() + "/dossier")
                .then()
                .statusCode(200)
                .body(hasJson("assessments", empty()))
                .body(hasJson("corrections", empty()));
        given().get(claim.path() + "/assessments").then().body(hasJson("items", empty()));
    }

    @Test
    void a_relation_to_an_erased_claim_stays_without_the_claim() {
        Saved claim = newsroom.aClaim().saved();
        Saved other = newsroom.aClaim().saved();
        Saved relation = relate(claim, other);

        close(other.path(), "erase");

        given().get(relation.path()).then().statusCode(200);
        given().get("/v1/relations?claim=" + claim.id()).then().body(hasJson("items.id", hasItem(relation.id())));
        given().get(claim.path() + "/dossier")
                .then()
                .statusCode(200)
                .body(hasJson("relations[0].relation.id", equalTo(relation.id())))
                .body(hasJson("relations[0].other", nullValue()));
    }

    @Test
    void a_relation_to_a_withheld_claim_is_listed_for_staff_alone() {
        Saved claim = newsroom.aClaim().saved();
        Saved other = newsroom.aClaim().saved();
        Saved relation = relate(claim, other);

        close(other.path(), "withhold");

        given().get("/v1/relations?claim=" + claim.id()).then().body(hasJson("items", empty()));
        given().get(claim.path() + "/dossier").then().statusCode(200).body(hasJson("relations", empty()));
        newsroom.editor()
                .request()
                .get(claim.path() + "/dossier")
                .then()
                .body(hasJson("relations[0].other.id", equalTo(other.id())));
        newsroom.editor()
                .request()
                .get("/v1/relations?claim=" + claim.id())
                .then()
                .body(hasJson("items.id", hasItem(relation.id())));
    }

    @Test
    void an_erased_relation_makes_room_for_another() {
        Saved claim = newsroom.aClaim().saved();
        Saved other = newsroom.aClaim().saved();

        close(relate(claim, other).path(), "erase");

        assertThat(relate(claim, other).id()).startsWith("rel_");
    }

    @Test
    void nothing_new_refers_to_an_erased_record() {
        Saved agent = newsroom.anAgent(unique("agent"));
        Map<String, Object> content = newsroom.aClaim().by(agent).content();

        close(agent.path(), "erase");

        Refusal.of(newsroom.contributor().request().body(content).post("/v1/claims"), ProblemType.INVALID)
                .body(hasJson("errors[0].pointer", equalTo("/claimant")));
    }

    @Test
    void labels_of_an_erased_scale_give_way_to_codes() throws Exception {
        String label = unique("label");
        Map<String, Object> scale =
                body("owner", newsroom.desk().id(), "name", "A scale", "ratings", List.of(rating("false", label, 0)));
        Saved saved = recorded(scale);
        Assessed assessed = newsroom.anAssessment().on(saved).published();

        close(saved.path(), "erase");

        assertThat(Everywhere.holding(database, label)).isEmpty();
        given().get(assessed.path()).then().statusCode(200).body(hasJson("rating", equalTo("false")));
        given().get(assessed.claim().path() + "/dossier")
                .then()
                .statusCode(200)
                .body(hasJson("assessments[0].rating.label", equalTo("false")));
    }

    /** A step that is taken on an assessment meanwhile, on any node, stays. */
    @Test
    void erasing_a_scale_takes_back_nothing_that_others_do_to_what_rates_on_it() throws Exception {
        Map<String, Object> scale = body(
                "owner",
                newsroom.desk().id(),
                "name",
                "A scale",
                "ratings",
                List.of(rating("false", unique("label"), 0)));
        Saved saved = recorded(scale);
        Assessed assessed = newsroom.anAssessment().on(saved).drafted();
        CompletableFuture<Void> erasing;
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (Statement step = other.createStatement()) {
                step.executeUpdate(
                        "update assessment_version set assignee = 'a:meanwhile' where id = '" + assessed.id() + "'");
            }
            erasing = CompletableFuture.runAsync(() -> close(saved.path(), "erase"));
            assertThatThrownBy(() -> erasing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            other.commit();
        }

        erasing.join();

        try (Connection reader = database.getConnection();
                Statement select = reader.createStatement();
                ResultSet row = select.executeQuery(
                        "select assignee, label from assessment_version where id = '" + assessed.id() + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("a:meanwhile");
            assertThat(row.getString(2)).isEqualTo("false");
        }
    }

    /** Of a step that was begun before and ends behind the erasure. */
    @Test
    void a_step_does_not_bring_back_the_label_of_an_erased_scale() throws Exception {
        String label = unique("label");
        Saved saved = recorded(
                body("owner", newsroom.desk().id(), "name", "A scale", "ratings", List.of(rating("false", label, 0))));
        Assessed assessed = newsroom.anAssessment().on(saved).drafted();
        QuarkusTransaction.begin();
        try {
            versions.get(TypeId.parse(assessed.id()), 1).assignee = "a:meanwhile";
            close(saved.path(), "erase");
        } finally {
            QuarkusTransaction.commit();
        }

        assertThat(Everywhere.holding(database, "a:meanwhile")).isNotEmpty();
        assertThat(Everywhere.holding(database, label)).isEmpty();
    }

    /** A read takes more than one statement; what is erased between two of them is answered as what is erased before. */
    @Test
    @ActivateRequestContext
    void an_assessment_that_is_erased_while_it_is_read_is_gone() {
        Assessed published = newsroom.anAssessment().published();
        Version read = reads.version(TypeId.parse(published.id()), 1).orElseThrow();
        close(published.path(), "erase");

        Problem refused = catchThrowableOfType(Problem.class, () -> reader.represent(read));

        assertThat(refused.type()).isEqualTo(ProblemType.ERASED);
    }

    private Saved recorded(Map<String, Object> scale) {
        return new Saved(newsroom.admin()
                .request()
                .body(scale)
                .post("/v1/rating-scales")
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id"));
    }

    @Test
    void comments_drafts_and_sealed_evidence_of_an_erased_assessment_are_gone() throws Exception {
        String secret = unique("secret");
        Assessed assessed =
                newsroom.anAssessment().restingSecretlyOn(secret).drafted().submitted();
        assessed.step("return", newsroom.editor(), Map.of("comment", secret))
                .then()
                .statusCode(200);
        assessed.redrafted("body", secret).submitted();
        assertThat(Everywhere.holding(database, secret)).isNotEmpty();

        close(assessed.path(), "erase");

        assertThat(Everywhere.holding(database, secret)).isEmpty();
        newsroom.editor()
                .request()
                .get("/v1/reviews?limit=200")
                .then()
                .statusCode(200)
                .body(not(containsString(assessed.id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"withhold", "erase"})
    void that_a_draft_was_closed_is_told_to_staff_alone(String how) {
        Assessed draft = newsroom.anAssessment().drafted();

        close(draft.path(), how);

        for (String address : List.of("", "/versions", "/versions/1", "/audit", "/diff?from=1&to=1")) {
            Refusal.of(given().get(draft.path() + address), ProblemType.NOT_FOUND);
        }
        given().get("/v1/audit/events?subject=" + draft.id()).then().body(hasJson("items", empty()));
        newsroom.auditor()
                .request()
                .get(draft.path() + "/audit")
                .then()
                .statusCode(200)
                .body(hasJson(
                        "items[-1].type", equalTo("assessment." + (how.equals("erase") ? "erased" : "withheld"))));
    }

    @Test
    void a_withheld_assessment_is_matched_by_the_tag_that_staff_read() {
        Assessed draft = newsroom.anAssessment().restingSecretlyOn("a source").drafted();
        String tag = newsroom.editor().request().get(draft.path()).header("ETag");

        Response answer = newsroom.editor()
                .request()
                .header("If-Match", tag)
                .body(Map.of("reason", "source_protection"))
                .post(draft.path() + "/withhold");

        answer.then().statusCode(200).header("ETag", tag);
    }

    private void appearIn(Saved claim, Saved source) {
        Map<String, Object> content = read(given(), claim.path());
        content.put("changeReason", "another source");
        content.put(
                "appearances",
                List.of(Map.of(
                        "source",
                        source.id(),
                        "attribution",
                        List.of(Map.of("agent", newsroom.desk().id(), "mode", "reported")))));
        newsroom.contributor()
                .request()
                .header("If-Match", "*")
                .body(content)
                .put(claim.path())
                .then()
                .statusCode(200);
    }

    private Saved relate(Saved from, Saved to) {
        return new Saved(newsroom.contributor()
                .request()
                .body(Map.of("from", from.id(), "type", "repeats", "to", to.id()))
                .post("/v1/relations")
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id"));
    }

    private void close(String path, String how) {
        newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body(how.equals("erase") ? Map.of("basis", "court_order") : Map.of("reason", "legal_order"))
                .post(path + "/" + how)
                .then()
                .statusCode(200);
    }
}
