package org.claimtrail.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.claimtrail.audit.log.Published;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Node;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier that readers run in their browsers and newsrooms with node, on bundles that the service gives out. */
@QuarkusTest
class VerifierModuleBundleTest {

    private static final Path MODULE = Path.of("src/main/resources/META-INF/resources/verify.mjs");

    @Inject
    Newsroom newsroom;

    @Inject
    Published published;

    @TempDir
    Path folder;

    @BeforeAll
    static void needs_node() throws InterruptedException {
        Node.require();
    }

    @Test
    void verifies_what_the_service_gives_out() throws Exception {
        Saved claim = newsroom.aClaim().saved();
        String event = given().get(claim.path()).header("Audit-Event");
        published.await(event, Duration.ofSeconds(10));

        Response bundle = given().get("/v1/audit/bundles/" + event);

        assertThat(verdict(bundle.asString(), bundle.as(Json.class).at("vkey"))).isEqualTo("VERIFIED");
        assertThat(verdict(
                        bundle.asString().replace("\\\"version\\\":1", "\\\"version\\\":2"),
                        bundle.as(Json.class).at("vkey")))
                .isEqualTo("MISMATCH");
    }

    @Test
    void says_of_what_was_erased_that_it_was() throws Exception {
        Saved claim = newsroom.aClaim().saved();
        String event = given().get(claim.path()).header("Audit-Event");
        String erased = newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body("{\"basis\":\"court_order\"}")
                .post(claim.path() + "/erase")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("event");
        published.await(erased, Duration.ofSeconds(10));

        Response bundle = given().get("/v1/audit/bundles/" + event);

        assertThat(verdict(bundle.asString(), bundle.as(Json.class).at("vkey"))).isEqualTo("ERASED");
    }

    @Test
    void verifies_the_example_of_the_documentation() throws Exception {
        String page = Files.readString(Path.of("docs/verify.md"));
        String bundle = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));

        assertThat(verdict(bundle, "claims.example.org/v1/audit+4b2d648b+ATkpbYAycqZC8VopGv1aJDKiRo/rgYCAnsq2ZpQjf5eD"))
                .isEqualTo("VERIFIED");
    }

    /** The last word of the command. */
    private String verdict(String bundle, String vkey) throws Exception {
        Path file = Files.writeString(folder.resolve("bundle.json"), bundle);
        Node.Ran ran = Node.run(List.of("node", MODULE.toString(), file.toString(), "--vkey", vkey));
        String word = ran.output().lines().reduce("", (before, line) -> line);
        assertThat(ran.status()).isEqualTo(word.equals("MISMATCH") ? 1 : 0);
        return word;
    }
}
