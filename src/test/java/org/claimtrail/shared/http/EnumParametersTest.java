package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.claimtrail.shared.http.ProblemRequests.problem;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EnumParametersTest {

    @Inject
    Newsroom newsroom;

    @ParameterizedTest
    @CsvSource({
        "/v1/claims, status, open, items.status",
        "/v1/assessments, state, published, items.state",
        "/v1/relations, type, contradicts, items.type",
        "/v1/relations, type, respondsTo, items.type",
        "/v1/relations, state, confirmed, items.state",
        "/v1/sources, medium, article, items.medium",
        "/v1/agents, type, Person, items.type"
    })
    void filters_by_the_name_that_stands_in_json(String list, String filter, String value, String property) {
        assertAllAre(list, filter, value, property);
    }

    @Test
    void filters_by_the_name_of_a_change() {
        newsroom.anAssessment().published().changed("correction", "rating", "true");

        assertAllAre("/v1/assessments", "changeType", "correction", "items.changeType");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/claims, status, OPEN, 'open, merged, withdrawn'",
        "/v1/assessments, state, Published, 'draft, in_review, approved, published, superseded, retracted, voided'",
        "/v1/relations, type, RESPONDS_TO, respondsTo",
        "/v1/sources, medium, paper, article"
    })
    void tells_the_names_when_there_is_no_such(String list, String filter, String value, String expected) {
        problem(given().queryParam(filter, value).get(list).then(), ProblemType.BAD_PARAMETER)
                .body(hasJson("detail", containsString(filter)))
                .body(hasJson("detail", containsString(expected)));
    }

    @Test
    void names_a_number_that_is_none_in_collected_parameters_too() {
        for (String list : List.of("/v1/claims", "/v1/audit/events", "/v1/assessments")) {
            problem(given().queryParam("limit", "many").get(list).then(), ProblemType.BAD_PARAMETER)
                    .body(hasJson("detail", containsString("limit")));
        }
    }

    private static void assertAllAre(String list, String filter, String value, String property) {
        given().queryParam(filter, value)
                .get(list)
                .then()
                .statusCode(200)
                .body(hasJson("items", not(empty())))
                .body(hasJson(property, everyItem(in(List.of(value)))));
    }
}
