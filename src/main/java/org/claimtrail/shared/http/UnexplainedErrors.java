package org.claimtrail.shared.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Gives a document to an error status that a resource, or the framework beside our mapper, answers without one. */
class UnexplainedErrors {

    /** With 409 a witness says what it knows, by C2SP tlog-witness in this form and no other. */
    private static final String TREE_SIZE = "text/x.tlog.size";

    @ServerResponseFilter
    void explain(ContainerResponseContext response, RoutingContext routing) {
        if (response.getStatus() < 400 || isExplained(response.getMediaType())) {
            return;
        }
        Problem problem = Refusals.ofStatus(response.getStatus());
        response.setStatus(problem.type().status());
        response.setEntity(
                ProblemWriter.bytes(problem, String.valueOf(routing.request().path())));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.valueOf(ProblemBody.MEDIA_TYPE));
        ProblemWriter.headers(problem).forEach((name, value) -> {
            if (!response.getHeaders().containsKey(name)) {
                response.getHeaders().putSingle(name, value);
            }
        });
    }

    private static boolean isExplained(@Nullable MediaType type) {
        return type != null
                && (type.toString().startsWith(ProblemBody.MEDIA_TYPE)
                        || type.toString().equals(TREE_SIZE));
    }
}
