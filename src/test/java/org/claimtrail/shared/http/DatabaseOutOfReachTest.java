package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.claimtrail.shared.http.ProblemRequests.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseOutOfReachTest {

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void says_when_no_connection_is_free() throws SQLException {
        Deque<Connection> held = new ArrayDeque<>();
        try {
            while (held.size() < connections) {
                held.push(database.getConnection());
            }

            problem(insert("c"), ProblemType.UNAVAILABLE).header("Retry-After", "5");
        } finally {
            while (!held.isEmpty()) {
                held.pop().close();
            }
        }

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
