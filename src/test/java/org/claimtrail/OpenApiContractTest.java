package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.support.ApiDocument;
import org.claimtrail.support.ApiOperation;
import org.junit.jupiter.api.Test;

/** What the API description promises as a document. The build of the application for the test writes it. */
@QuarkusTest
class OpenApiContractTest {

    private static final Path CHECKED_IN = Path.of("openapi/openapi.yaml");
    /** Logs that ask a witness have no key: what counts is the signature of the log. */
    private static final String BY_PROTOCOL = "addCheckpoint";

    private static final Path GENERATED = ApiDocument.FOLDER.resolve("openapi.yaml");

    private final ApiDocument document = ApiDocument.generated();

    @Test
    void the_checked_in_description_is_the_one_that_the_code_gives() throws IOException {
        assertThat(Files.readString(CHECKED_IN).equals(Files.readString(GENERATED)))
                .as(
                        "%s is not what the code gives. Look at the difference, then: cp %s openapi/",
                        CHECKED_IN, GENERATED)
                .isTrue();
    }

    @Test
    void the_description_is_OpenAPI_3_1() {
        assertThat(document.root().path("openapi").asText()).startsWith("3.1.");
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_says_what_it_does() {
        Set<String> tags = new HashSet<>();
        document.root().path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        Set<String> names = new HashSet<>();

        SoftAssertions softly = new SoftAssertions();
        for (ApiOperation operation : document.operations()) {
            softly.assertThat(operation.id()).as("%s", operation).matches("[a-z][A-Za-z]+");
            softly.assertThat(names.add(operation.id()))
                    .as("%s once", operation)
                    .isTrue();
            softly.assertThat(operation.node().path("summary").asText())
                    .as("%s", operation)
                    .isNotBlank();
            softly.assertThat(operation.node().path("description").asText())
                    .as("%s", operation)
                    .isNotBlank();
            List<String> own = new ArrayList<>();
            operation.node().path("tags").forEach(tag -> own.add(tag.asText()));
            softly.assertThat(own).as("%s", operation).hasSize(1).isSubsetOf(tags);
        }
        softly.assertAll();
    }

    @Test
    void every_operation_lists_its_statuses() {
        SoftAssertions softly = new SoftAssertions();
        for (ApiOperation operation : document.operations()) {
            softly.assertThat(new TreeSet<>(operation.responses().keySet()))
                    .as("%s", operation)
                    .containsAll(expectedStatuses(operation))
                    .anyMatch(status -> status.startsWith("2"));
        }
        softly.assertAll();
    }

    private static List<String> expectedStatuses(ApiOperation operation) {
        List<String> statuses = new ArrayList<>(List.of("400", "401", "403", "406", "429", "500", "503"));
        if (operation.path().contains("{")) {
            statuses.add("404");
        }
        if (!operation.method().equals("GET")) {
            statuses.addAll(List.of("409", "413", "415", "422"));
        }
        if (operation.hasParameter("If-Match")) {
            statuses.addAll(List.of("412", "428"));
        }
        return statuses;
    }

    @Test
    void every_refusal_is_a_problem_document() {
        JsonNode responses = document.root().path("components").path("responses");

        assertThat(responses.properties())
                .allSatisfy(response -> assertThat(
                                response.getValue().path("content").properties())
                        .extracting(Map.Entry::getKey)
                        .containsExactly("application/problem+json"));
    }

    @Test
    void every_body_in_JSON_has_an_example_that_fits_its_schema() {
        SoftAssertions softly = new SoftAssertions();
        for (ApiOperation operation : document.operations()) {
            operation.requestContent().forEach((type, content) -> fits(softly, operation + " request", type, content));
            operation
                    .content(operation.success())
                    .forEach((type, content) -> fits(softly, operation + " answer", type, content));
        }
        softly.assertAll();
    }

    private static List<JsonNode> lines(List<JsonNode> files) {
        return files.stream()
                .flatMap(file -> file.asText().lines())
                .map(line -> StoredJson.read(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private void fits(SoftAssertions softly, String what, String type, JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        softly.assertThat(examples).as("examples of %s", what).isNotEmpty();
        if (type.endsWith("json")) {
            (type.endsWith("ndjson") ? lines(examples) : examples)
                    .forEach(example -> softly.assertThat(document.misfits(content.path("schema"), example))
                            .as(what)
                            .isEmpty());
        }
    }

    @Test
    void a_key_is_asked_for_wherever_something_is_written_and_never_needed_for_what_is_public() {
        assertThat(document.root()
                        .path("components")
                        .path("securitySchemes")
                        .path("apiKey")
                        .path("scheme")
                        .asText())
                .isEqualTo("bearer");
        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("security")).as("%s", operation).isNotEmpty();
            assertThat(operation.node().path("security").findValues("apiKey")).isNotEmpty();
            if (!operation.method().equals("GET") && !operation.id().equals(BY_PROTOCOL)) {
                assertThat(operation.isPublic()).as("%s", operation).isFalse();
            }
        });
    }
}
