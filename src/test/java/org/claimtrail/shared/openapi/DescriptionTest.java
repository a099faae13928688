package org.claimtrail.shared.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionTest {

    @Inject
    Description putOff;

    /** Else each start would take as long as before, and nobody would notice. */
    @Test
    void is_what_the_platform_prepares_when_asked() {
        assertThat(putOff.preparations()).isEqualTo(1);
        given().get("/q/openapi?format=json").then().statusCode(200).body(hasJson("openapi", equalTo("3.1.0")));
    }

    @Test
    void is_prepared_once() {
        Description description = new Description();
        AtomicInteger prepared = new AtomicInteger();
        description.add(prepared::incrementAndGet);

        description.prepare();
        description.prepare();

        assertThat(prepared).hasValue(1);
    }
}
