package org.claimtrail.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerifierModuleServedTest {

    private static final Path MODULE = Path.of("src/main/resources/META-INF/resources/verify.mjs");

    /** A browser loads a module only as JavaScript, and `node verify.mjs` takes what was downloaded. */
    @Test
    void serves_the_verifier_as_javascript_byte_for_byte() throws IOException {
        byte[] served = given().get("/verify.mjs")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .extract()
                .asByteArray();

        assertThat(served).isEqualTo(Files.readAllBytes(MODULE));
    }
}
