package org.claimtrail.support;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimtrail.shared.json.StoredJson;

/** The operations that the running service describes, without those that only tests have. */
public final class Routes {

    private Routes() {}

    public static List<Route> all() {
        JsonNode document = StoredJson.read(given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        List<Route> routes = new ArrayList<>();
        ((ObjectNode) document.path("paths")).properties().forEach(path -> {
            if (!path.getKey().startsWith("/v1/probe")) {
                collect(path.getKey(), path.getValue(), routes);
            }
        });
        return routes;
    }

    /** A path below the log, of an entry that is there; other paths as they are. */
    public static String inLog(String path, String event) {
        return path.replace("{path}", "entries/000.p/1")
                .replace("{index}", "0")
                .replace("{event}", event)
                .replaceFirst("/consistency$", "/consistency?from=1");
    }

    private static void collect(String path, JsonNode item, List<Route> routes) {
        for (String method : List.of("get", "put", "post", "delete", "patch", "head", "options")) {
            if (item.has(method)) {
                List<String> queries = new ArrayList<>();
                for (JsonNode parameter : item.path(method).path("parameters")) {
                    if (parameter.path("in").asText().equals("query")) {
                        queries.add(parameter.path("name").asText());
                    }
                }
                routes.add(new Route(method.toUpperCase(Locale.ROOT), path, queries));
            }
        }
    }

    /**
     * One operation.
     *
     * @param queries names of its query parameters
     */
    public record Route(String method, String path, List<String> queries) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
