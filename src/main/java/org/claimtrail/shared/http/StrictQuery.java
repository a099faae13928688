package org.claimtrail.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses a query parameter that the operation does not have, or that is given twice: left out without a word, a misspelled
 * filter would make another list look like the one that was asked for. The pages that people read beside {@code /v1} take what
 * others put behind their addresses.
 */
@Provider
class StrictQuery implements ContainerRequestFilter {

    /** Longer than any that there is; a longer one is not sent back. */
    private static final int NAME = 64;

    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    StrictQuery(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method != null && request.getUriInfo().getPath().startsWith("/v1/")) {
            List<String> names = known.computeIfAbsent(method, StrictQuery::names);
            request.getUriInfo().getQueryParameters().forEach((name, values) -> require(names, name, values.size()));
        }
    }

    private static List<String> names(Method method) {
        return ParameterNames.queries(method).map(ParameterNames.Query::name).toList();
    }

    private static void require(List<String> names, String name, int times) {
        if (!names.contains(name)) {
            String what =
                    names.isEmpty() ? "takes no parameters in its query." : "knows " + String.join(", ", names) + ".";
            throw Problem.badParameter(
                    name.length() > NAME ? "?" : name, "there is no such parameter here. This operation " + what);
        }
        if (times > 1) {
            throw Problem.badParameter(name, "expected once.");
        }
    }
}
