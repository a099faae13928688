package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.claimtrail.shared.http.ProblemRequests.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DatabaseOutOfReachTest.TwoConnections.class)
class DatabaseOutOfReachTest {

    public static class TwoConnections implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.max-size", "2",
                    "quarkus.datasource.jdbc.acquisition-timeout", "3s",
                    "quarkus.datasource.jdbc.new-connection-sql", "set lock_timeout = 50");
        }
    }

    @Inject
    EntityManager entities;

    @Test
    void says_when_no_connection_is_free() {
        QuarkusTransaction.requiringNew().run(() -> {
            hold("a");
            QuarkusTransaction.requiringNew().run(() -> {
                hold("b");
                problem(insert("c"), ProblemType.UNAVAILABLE).header("Retry-After", "5");
            });
        });

        insert("c").statusCode(204);
    }

    @Test
    void says_when_a_lock_is_not_released() {
        QuarkusTransaction.requiringNew().run(() -> {
            hold("locked");
            problem(insert("locked"), ProblemType.UNAVAILABLE).header("Retry-After", "5");
        });
    }

    private void hold(String scope) {
        entities.createNativeQuery(
                        "insert into idempotency (scope, fingerprint, answer, recorded_at) values (?1, 'f', ?2, current_timestamp)")
                .setParameter(1, scope)
                .setParameter(2, new byte[1])
                .executeUpdate();
    }

    private static ValidatableResponse insert(String scope) {
        return given().contentType("application/json")
                .post("/v1/probe/rows/" + scope)
                .then();
    }
}
