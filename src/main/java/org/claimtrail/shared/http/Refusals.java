package org.claimtrail.shared.http;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.claimtrail.shared.json.UnreadableJson;
import org.jspecify.annotations.Nullable;

/** Finds the problem to answer a failure with. The cause counts, not the wrappers a framework puts around it. */
final class Refusals {

    private Refusals() {}

    static Problem of(Throwable failure) {
        for (Throwable cause : chain(failure)) {
            Problem problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        return Problem.of(
                ProblemType.INTERNAL,
                "Something went wrong on our side. Please report it with the X-Request-Id of this answer.");
    }

    /** The problem for a status that came without an explanation. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> forbidden();
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not take this method.");
            case 406 ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE, "This address offers no media type that the Accept header allows.");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body is larger than this address takes.");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "The address is longer than 8 KiB.");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "This address does not take bodies of this Content-Type.");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "The headers are larger than 16 KiB together.");
            case 502, 503, 504 -> unavailable();
            default -> unexplained(status);
        };
    }

    private static Problem unexplained(int status) {
        if (status == 400) {
            return Problem.of(ProblemType.BAD_PARAMETER, "The request cannot be read.");
        }
        ProblemType otherwise = status < 500 ? ProblemType.BAD_PARAMETER : ProblemType.INTERNAL;
        ProblemType type = ProblemType.ofStatus(status).orElse(otherwise);
        return Problem.of(type, type.title() + ".");
    }

    static Problem unavailable() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "The service is out of reach of something it needs. Please repeat in a moment.");
    }

    /** For a change of which it is not known whether it was made, or will be. */
    static Problem outcomeUnknown() {
        return Problem.of(
                ProblemType.OUTCOME_UNKNOWN,
                "This may have been done, or may still be. Look before you repeat it, or repeat it with the same"
                        + " Idempotency-Key.");
    }

    private static @Nullable Problem known(Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof UnreadableJson json) {
            return unreadable(json);
        }
        if (cause instanceof ResteasyReactiveViolationException violations) {
            return Violations.problem(violations);
        }
        if (cause instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatus());
        }
        if (cause instanceof OptimisticLockException) {
            return Problem.of(ProblemType.CONFLICT, "Someone else changed the record at the same moment.");
        }
        if (cause instanceof RejectedExecutionException) {
            return unavailable();
        }
        return Optional.ofNullable(security(cause))
                .or(() -> SqlFailures.problem(cause))
                .orElse(null);
    }

    private static @Nullable Problem security(Throwable cause) {
        if (cause instanceof AuthenticationFailedException || cause instanceof AuthenticationCompletionException) {
            return Problem.of(ProblemType.UNAUTHENTICATED, "The credential is not known here, or no longer valid.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        if (cause instanceof UnauthorizedException) {
            return unauthenticated();
        }
        return cause instanceof ForbiddenException ? forbidden() : null;
    }

    static Problem unreadable(UnreadableJson json) {
        ProblemType type =
                switch (json.reason()) {
                    case MALFORMED -> ProblemType.MALFORMED_JSON;
                    case UNKNOWN_PROPERTY -> ProblemType.UNKNOWN_PROPERTY;
                    case WRONG_TYPE -> ProblemType.WRONG_TYPE;
                    case INVALID -> ProblemType.INVALID;
                };
        List<UnreadableJson.Flaw> flaws = json.flaws();
        String detail = flaws.size() == 1 && !flaws.get(0).pointer().isEmpty()
                ? flaws.get(0).pointer() + ": " + flaws.get(0).message() + "."
                : json.getMessage();
        Problem problem = Problem.of(type, String.valueOf(detail));
        flaws.forEach(flaw -> problem.at(flaw.pointer(), flaw.code(), flaw.message()));
        return problem;
    }

    private static Problem unauthenticated() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED, "Say who you are: send a key or a token as Authorization: Bearer <it>.");
    }

    private static Problem forbidden() {
        return Problem.of(ProblemType.FORBIDDEN, "Your credential does not carry the right to do this.");
    }

    /** The failure and its causes, outermost first; bounded, since causes can form a ring. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && chain.size() < 20; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
