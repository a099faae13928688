package org.claimtrail.history;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimtrail.shared.http.Slice;

/** How pages of lists are answered over HTTP. */
public final class Pages {

    private Pages() {}

    /** 200 with the page, and the Link to the next one. */
    public static Response answer(Slice<?> page, UriInfo uri) {
        return answer(page, page, uri);
    }

    /** The same, written already. */
    public static Response answer(Slice<?> page, Object body, UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(body, MediaType.APPLICATION_JSON);
        page.linkHeader(uri).ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }
}
