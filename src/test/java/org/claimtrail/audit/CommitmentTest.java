package org.claimtrail.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Newsroom.unique;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.claimtrail.access.Role;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;

/** What is committed to, computed again from the rows by nothing but SHA-256 and what the format says. */
@QuarkusTest
class CommitmentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    Newsroom newsroom;

    @Inject
    DataSource database;

    @Test
    void the_leaf_commits_to_the_bytes_that_are_served() throws Exception {
        Saved claim = newsroom.aClaim().saved();
        Response served = given().get(claim.path());
        String event = served.header("Audit-Event");

        Part content = parts(event).get(0);

        assertThat(content.bytes()).isEqualTo(served.asByteArray());
        assertThat(given().get(claim.path() + "/versions/1").asByteArray()).isEqualTo(content.bytes());
        assertThat(content.salt()).hasSize(32);
        assertThat(leaf(event).path("c").asText()).isEqualTo(commitment(content));
    }

    @Test
    void the_leaf_tells_what_happened() throws Exception {
        Saved claim = newsroom.aClaim().saved();
        Map<String, Object> edit = newsroom.aClaim().content();
        edit.put("changeReason", "spelling");
        String first = given().get(claim.path()).header("Audit-Event");
        Response edited =
                newsroom.editor().request().header("If-Match", "*").body(edit).put(claim.path());
        String second = edited.header("Audit-Event");

        JsonNode leaf = leaf(second);

        assertThat(leaf.toString())
                .isEqualTo("{\"actor\":\"" + newsroom.editor().pseudonym() + "\",\"at\":\""
                        + edited.as(Json.class).<String>at("recordedAt") + "\",\"c\":\""
                        + commitment(parts(second).get(0))
                        + "\",\"id\":\"" + second + "\",\"prev\":\"" + first
                        + "\",\"reason\":\"none\",\"subj\":\"" + claim.id()
                        + "\",\"type\":\"claim.edited\",\"v\":1,\"ver\":2}");
        assertThat(leaf(first).path("prev").isNull()).isTrue();
    }

    @Test
    void the_public_evidence_commits_to_what_is_withheld() throws Exception {
        String secret = unique("secret");
        Assessed assessment = newsroom.anAssessment()
                .restingSecretlyOn(secret)
                .restingSecretlyOn("another " + secret)
                .drafted();
        Response served = newsroom.newcomer(Role.CONTRIBUTOR).request().get(assessment.path());
        List<String> commitments = served.as(Json.class).at("evidence.commitment");

        List<Part> parts = parts(served.header("Audit-Event"));

        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).bytes()).isEqualTo(served.asByteArray());
        assertThat(commitments).containsExactly(commitment(parts.get(1)), commitment(parts.get(2)));
        assertThat(MAPPER.readTree(parts.get(1).bytes()).path("note").asText()).isEqualTo(secret);
        assertThat(new String(parts.get(0).bytes(), StandardCharsets.UTF_8)).doesNotContain(secret);
        assertThat(parts)
                .extracting(part -> HexFormat.of().formatHex(part.salt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_event_that_publishes_commits_to_the_same_bytes_again() throws Exception {
        Assessed assessment = newsroom.anAssessment().published();
        Response served = given().get(assessment.path());
        List<String> events = newsroom.auditor()
                .request()
                .get(assessment.path() + "/audit")
                .as(Json.class)
                .at("items.id");

        Part drafted = parts(events.get(0)).get(0);
        Part published = parts(served.header("Audit-Event")).get(0);

        assertThat(events).last().isEqualTo(served.header("Audit-Event"));
        assertThat(published.bytes()).isEqualTo(drafted.bytes()).isEqualTo(served.asByteArray());
        assertThat(published.salt()).isNotEqualTo(drafted.salt());
        assertThat(leaf(events.get(0)).path("c").asText()).isEqualTo(commitment(drafted));
        assertThat(leaf(served.header("Audit-Event")).path("c").asText()).isEqualTo(commitment(published));
    }

    @Test
    void a_step_commits_to_what_was_asked_for() throws Exception {
        Assessed assessment = newsroom.anAssessment().submitted().returned();
        List<String> events = newsroom.auditor()
                .request()
                .get(assessment.path() + "/audit")
                .as(Json.class)
                .at("items.id");
        String returned = events.get(2);

        Part request = parts(returned).get(0);

        assertThat(new String(request.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"assessment\":\"" + assessment.id() + "\",\"by\":\""
                        + newsroom.editor().pseudonym() + "\",\"comment\":\"please look again\",\"version\":1}");
        assertThat(leaf(returned).path("c").asText()).isEqualTo(commitment(request));
        assertThat(leaf(returned).toString()).doesNotContain("please look again");
    }

    @Test
    void a_refused_write_leaves_no_event() throws Exception {
        Saved claim = newsroom.aClaim().saved();

        newsroom.editor()
                .request()
                .header("If-Match", "\"9-000000000000\"")
                .body(Map.of("changeReason", "r"))
                .post(claim.path() + "/withdraw")
                .then()
                .statusCode(412);

        List<String> events =
                given().get(claim.path() + "/audit").as(Json.class).at("items.type");
        assertThat(events).containsExactly("claim.created");
    }

    private static String commitment(Part part) throws Exception {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write("claimtrail/commit/v1".getBytes(StandardCharsets.US_ASCII));
        input.write(0);
        input.write(part.salt());
        input.write(part.bytes());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(input.toByteArray());
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    private List<Part> parts(String event) throws Exception {
        List<Part> parts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select part, salt, content from audit_content where event_id = ? order by part")) {
            query.setString(1, event);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getInt(1)).isEqualTo(parts.size());
                    parts.add(new Part(rows.getBytes(2), rows.getBytes(3)));
                }
            }
        }
        return parts;
    }

    private JsonNode leaf(String event) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select leaf from audit_pending where event_id = ?"
                                + " union select leaf from audit_entry where event_id = ?")) {
            query.setString(1, event);
            query.setString(2, event);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return MAPPER.readTree(rows.getBytes(1));
            }
        }
    }

    /** A row of content. */
    private record Part(byte[] salt, byte[] bytes) {}
}
