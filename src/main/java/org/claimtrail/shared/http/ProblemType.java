package org.claimtrail.shared.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every kind of refusal this service gives. The slug is public contract: it ends the {@code type} URL of a problem
 * document (RFC 9457 section 3.1.1), and the service serves a page there that says what happened and what to do.
 */
public enum ProblemType {
    MALFORMED_JSON(
            "malformed-json",
            400,
            "Not well-formed JSON",
            "The body is no JSON text as RFC 8259 defines it: broken syntax, a key given twice, text after the end, bytes "
                    + "that are not UTF-8, a byte order mark, or more than 32 levels of nesting. Nothing was stored."),
    UNKNOWN_PROPERTY(
            "unknown-property",
            400,
            "Unknown property",
            "The body has a property that this request does not know. It is refused rather than ignored, because a "
                    + "misspelt property would silently be lost. Compare the spelling with the API description."),
    WRONG_TYPE(
            "wrong-type",
            400,
            "Wrong type of value",
            "A value has another JSON type than expected, for example the string \"5\" where the number 5 is meant, or "
                    + "null where a value is needed. Nothing is converted silently."),
    BAD_PARAMETER(
            "bad-parameter",
            400,
            "Unusable parameter or header",
            "A query parameter, a header or the request itself cannot be read. The detail names it and says what is expected."),
    INVALID(
            "invalid",
            422,
            "Invalid content",
            "The request was understood, but its content breaks a rule. Each entry of errors has a JSON pointer "
                    + "(RFC 6901) to the value, a code, and what is expected there."),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "Who is asking is not known",
            "The request has no credential, or one that is unknown, expired or revoked, or that may not be used from "
                    + "this address. Send a valid key or token as Authorization: Bearer <it>."),
    FORBIDDEN(
            "forbidden",
            403,
            "Not allowed",
            "The credential is valid, but it does not carry the right to do this. Ask an administrator of your organisation."),
    NOT_FOUND(
            "not-found",
            404,
            "Nothing here",
            "There is nothing at this address, or nothing that you may know of. Check the id and its prefix."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "Method not allowed here",
            "This address exists, but does not take this method. The Allow header lists the methods it takes."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "No such representation",
            "The Accept header asks for a media type that this address does not offer. Most answers are application/json."),
    TOO_SLOW(
            "too-slow",
            408,
            "The request did not arrive in time",
            "The body was not sent to its end in time. Nothing was stored. Send it again, over a better connection."),
    CONFLICT(
            "conflict",
            409,
            "Conflicts with what is stored",
            "Another record already has what must be unique, or the record was changed at the same moment. Read it again "
                    + "and decide anew."),
    WRONG_STATE(
            "wrong-state",
            409,
            "Not possible in this state",
            "The record's state does not allow this step. The detail says which state it is in and which steps are open."),
    IN_FLIGHT(
            "in-flight",
            409,
            "The first request is still running",
            "A request with the same Idempotency-Key has not finished yet. Repeat after the seconds in Retry-After to get "
                    + "its answer."),
    ERASED(
            "erased",
            410,
            "Erased",
            "The content was erased for good. The audit log keeps only the proof that it once existed and was erased."),
    STALE(
            "stale",
            412,
            "Changed in the meantime",
            "The record changed since you read it, so your change was not applied. Read the current version, merge, and "
                    + "send its ETag in If-Match."),
    TOO_LARGE(
            "too-large",
            413,
            "Body too large",
            "The request's body is larger than this address takes. Except for imports the limit is 1 MiB."),
    URI_TOO_LONG("uri-too-long", 414, "Address too long", "The request's target is longer than 8 KiB."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "Media type not taken",
            "This address does not take bodies of the Content-Type sent. Send JSON with Content-Type: application/json."),
    READS_ONLY(
            "reads-only",
            421,
            "This node only reads",
            "The node that was asked reads from a copy of the database. What changes anything, and reads that the log takes "
                    + "note of, are for a writing node; writer names one where it is configured. Nothing was done, so the same "
                    + "request can be sent there."),
    KEY_REUSED(
            "key-reused",
            422,
            "Idempotency-Key used for something else",
            "This Idempotency-Key came before with another body or query. Use a fresh key for each new act, and the same "
                    + "key only to repeat the very same request."),
    PRECONDITION_REQUIRED(
            "precondition-required",
            428,
            "If-Match is missing",
            "A change must say which version it is based on, so that nobody's work is overwritten unseen. Send the ETag of "
                    + "the version you read in If-Match."),
    TOO_MANY_REQUESTS(
            "too-many-requests",
            429,
            "Too many requests",
            "You sent more requests than your limit allows. Wait for the seconds in Retry-After."),
    HEADERS_TOO_LARGE(
            "headers-too-large", 431, "Headers too large", "The request's headers are larger than 16 KiB together."),
    WITHHELD(
            "withheld",
            451,
            "Withheld for legal reasons",
            "The content exists but is not shown, for the reason given. The audit log still proves what it is."),
    INTERNAL(
            "internal",
            500,
            "Our mistake",
            "Something failed that should not. It was logged under the X-Request-Id of the answer: please report that id."),
    UNAVAILABLE(
            "unavailable",
            503,
            "Out of service for the moment",
            "Something this service needs does not answer, or too many ask at once. Nothing was stored. Repeat after the "
                    + "seconds in Retry-After."),
    OUTCOME_UNKNOWN(
            "outcome-unknown",
            503,
            "Not answered in time",
            "The change is taking longer than you can be kept waiting. It may still be made: look before you repeat it, or "
                    + "repeat it with the same Idempotency-Key, which makes it once only."),
    NOT_YET_HERE(
            "not-yet-here",
            503,
            "Not come here yet",
            "The node that was asked reads from a copy of the database, and the event that you name in Audit-Event has not "
                    + "come there yet. What is older is not shown. Repeat after the seconds in Retry-After, or ask a writing "
                    + "node.");

    private final String slug;
    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(String slug, int status, String title, String explanation) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The type with exactly this slug. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findAny();
    }

    /** The first, which is the most general, of those with this status. */
    static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    public String slug() {
        return slug;
    }

    /** The HTTP status code it is answered with. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What happened and what to do, for the documentation page. */
    public String explanation() {
        return explanation;
    }

    /** The {@code type} member: a reference relative to this service, so that it holds behind any proxy. */
    public String uri() {
        return "/problems/" + slug;
    }
}
