package org.claimtrail.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.audit.log.Published;
import org.claimtrail.history.kept.Keeping;
import org.claimtrail.shared.http.Preconditions;
import org.claimtrail.shared.http.Preference;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.PublicRead;
import org.claimtrail.shared.who.Viewer;
import org.jspecify.annotations.Nullable;

/** How versions are answered over HTTP: stored bytes in the body, everything that is not committed in headers. */
@RequestScoped
public class Answers {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String REVALIDATE = "public, no-cache";
    private static final String PRIVATE = "private, no-cache";

    /** RFC 9110 section 5.6.7, with two digits for each day; Java's constant has one up to the ninth. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

    /** For staff only: how a newsroom is organised is not published. */
    private static final String DESK = "Desk";

    private final HttpHeaders headers;
    private final Viewer viewer;
    private final PublicRead publicRead;
    private final Published published;
    private final RecordDesks desks;
    private final Keeping keeping;

    Answers(
            HttpHeaders headers,
            Viewer viewer,
            PublicRead publicRead,
            Published published,
            RecordDesks desks,
            Keeping keeping) {
        this.headers = headers;
        this.viewer = viewer;
        this.publicRead = publicRead;
        this.published = published;
        this.desks = desks;
        this.keeping = keeping;
    }

    /** A record under its own URL: 200, or 304 when the reader has these bytes. */
    public Response current(Answer answer) {
        return kept(answer, REVALIDATE).build();
    }

    /** What a record was at an instant: the same, and a memento by RFC 7089. */
    public Response memento(Answer answer) {
        String at = httpDate(Objects.requireNonNullElse(
                answer.version().knownFrom(), answer.version().recordedAt()));
        return conditional(answer, shared(answer) ? REVALIDATE : PRIVATE, place(answer))
                .header("Memento-Datetime", at)
                .build();
    }

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A version under its own URL: it never changes, so caches may keep it for ever. */
    public Response version(Answer answer) {
        return kept(answer, IMMUTABLE).build();
    }

    /** A new record: 201 with its URL. */
    public Response created(Answer answer) {
        return written(answer, Response.Status.CREATED)
                .location(URI.create(answer.path()))
                .build();
    }

    /** A changed record: 200, or 204 when the client prefers it short. */
    public Response changed(Answer answer) {
        return written(answer, minimal() ? Response.Status.NO_CONTENT : Response.Status.OK)
                .build();
    }

    /** A step that changed nothing that readers see: 204, with its event. */
    public Response stepped(TypeId event) {
        return Response.noContent()
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .header(AuditHeaders.EVENT, event)
                .build();
    }

    private Response.ResponseBuilder conditional(Answer answer, String caching, OptionalLong place) {
        String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        Response.ResponseBuilder builder = Preconditions.unchanged(known, answer.tag())
                ? Response.notModified()
                : Response.ok(answer.body(), MediaType.APPLICATION_JSON);
        place.ifPresent(index -> builder.header(AuditHeaders.INDEX, index));
        return describe(builder, answer).header(HttpHeaders.CACHE_CONTROL, caching);
    }

    /** The same once more for the next reader, until the record changes; not before it has its place, which it tells. */
    private Response.ResponseBuilder kept(Answer answer, String whenShared) {
        boolean shared = shared(answer);
        OptionalLong place = place(answer);
        if (shared && place.isPresent()) {
            keeping.record(answer.version().id(), answer.body());
        }
        return conditional(answer, shared ? whenShared : PRIVATE, place);
    }

    private OptionalLong place(Answer answer) {
        return published.indexOf(answer.event());
    }

    private Response.ResponseBuilder written(Answer answer, Response.Status status) {
        Response.ResponseBuilder builder = Response.status(status).header(HttpHeaders.CACHE_CONTROL, PRIVATE);
        if (minimal()) {
            builder.header("Preference-Applied", "return=minimal");
        } else {
            builder.entity(answer.body()).type(MediaType.APPLICATION_JSON);
        }
        return describe(builder, answer);
    }

    private Response.ResponseBuilder describe(Response.ResponseBuilder builder, Answer answer) {
        String record = answer.path();
        answer.headers().forEach((name, value) -> {
            if (!name.equals(AuditHeaders.EVENT)) {
                builder.header(name, value);
            }
        });
        if (!viewer.isAnonymous()) {
            desks.of(answer.version().id()).ifPresent(desk -> builder.header(DESK, desk));
        }
        return builder.header(HttpHeaders.ETAG, answer.etag())
                .header(HttpHeaders.VARY, "Accept-Datetime")
                .header(AuditHeaders.EVENT, answer.event())
                .header(
                        HttpHeaders.LINK,
                        "<" + RecordPaths.audit(answer.version().id()) + ">; rel=\"audit\", <" + record
                                + "/versions>; rel=\"version-history\", <" + record
                                + "/versions>; rel=\"timemap\", <" + record + "/versions/"
                                + answer.version().n() + ">; rel=\"memento\"");
    }

    /** Whether a shared cache may keep it: everyone may see it, and it was asked for without a credential. */
    private boolean shared(Answer answer) {
        return answer.forEveryone() && viewer.isAnonymous() && publicRead.isOpen();
    }

    private boolean minimal() {
        @Nullable String prefer = headers.getHeaderString("Prefer");
        return Preference.of(prefer).minimal();
    }
}
