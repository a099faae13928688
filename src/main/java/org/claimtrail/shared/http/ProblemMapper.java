package org.claimtrail.shared.http;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.claimtrail.shared.reader.Reader;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Answers every exception of the REST layer with a problem document. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final Reader reader;

    ProblemMapper(Reader reader) {
        this.reader = reader;
    }

    /** Named one by one are those for which the framework has a mapper of its own, which would be nearer than ours. */
    @ServerExceptionMapper({
        Throwable.class,
        AuthenticationCompletionException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class,
        UnauthorizedException.class,
        InvalidDefinitionException.class,
        MismatchedInputException.class,
        NotFoundException.class,
        ValidationException.class,
        WebApplicationException.class
    })
    Response map(Throwable failure, RoutingContext routing, ContainerRequestContext request) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem refusal = problem(failure, CurrentRequestManager.get());
        Problem problem = reader.instead(refusal);
        if (problem != refusal) {
            request.setProperty(Reader.REFUSED, true);
        }
        if (problem.type().status() >= 500) {
            log(problem, failure, routing);
        }
        return answer(problem, routing);
    }

    static Response answer(Problem problem, RoutingContext routing) {
        if (problem.type() == ProblemType.TOO_LARGE) {
            Answers.closeAfterwards(routing.request());
        }
        String path = String.valueOf(routing.request().path());
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemWriter.bytes(problem, path));
        ProblemWriter.headers(problem).forEach(answer::header);
        return answer.build();
    }

    /** What only the request can tell: which methods there are, and which parameter could not be converted. */
    private static Problem problem(Throwable failure, ResteasyReactiveRequestContext request) {
        if (failure instanceof NotFoundException && failure.getCause() != null) {
            return Unconvertible.problem(request);
        }
        Problem problem = Refusals.of(failure);
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            problem.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.of(request)));
        }
        return problem;
    }

    private static void log(Problem problem, Throwable failure, RoutingContext routing) {
        String request = routing.request().method() + " " + routing.request().path();
        String id = RequestIds.of(routing);
        if (problem.type() == ProblemType.UNAVAILABLE) {
            LOG.warnf("Request %s, %s, is unavailable: %s", id, request, failure);
        } else {
            LOG.errorf(failure, "Request %s, %s, failed", id, request);
        }
    }
}
