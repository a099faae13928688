package org.claimtrail.history.kept;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.http.RouteName;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps an answer that a resource has offered, with the headers that it was given. */
class KeepFilter {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final KeptAnswers answers;

    KeepFilter(KeptAnswers answers) {
        this.answers = answers;
    }

    @ServerResponseFilter
    void keep(ContainerResponseContext response, RoutingContext routing) {
        Kept asked = Keeping.asked(routing);
        boolean good = response.getStatus() == OK || response.getStatus() == NOT_MODIFIED;
        if (asked == null || asked.body == null || !good) {
            return;
        }
        List<Map.Entry<String, String>> headers = response.getStringHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
                .flatMap(header -> header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
                .toList();
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        MediaType type = response.getMediaType(); // none of a 304
        answers.keep(
                asked.address,
                new KeptAnswer(
                        asked.at,
                        asked.of,
                        headers,
                        tag == null ? null : tag.substring(1, tag.length() - 1),
                        type == null ? MediaType.APPLICATION_JSON : type.toString(),
                        RouteName.current(),
                        asked.body));
    }
}
