package org.claimtrail.shared.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Finds the query parameter that could not be converted. Jakarta REST makes that a 404 and forgets which one it was
 * (section 3.2); a path segment that cannot be converted does name nothing, so that stays a 404.
 */
final class Unconvertible {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

    private Unconvertible() {}

    static Problem problem(ResteasyReactiveRequestContext request) {
        return ParameterNames.queries(request.getTarget().getLazyMethod().getMethod())
                .flatMap(query -> unconvertible(query, request).stream())
                .findFirst()
                .orElseGet(() -> Refusals.ofStatus(404));
    }

    private static Optional<Problem> unconvertible(ParameterNames.Query query, ResteasyReactiveRequestContext request) {
        List<String> values = values(request, query.name());
        return values.stream().allMatch(value -> isReadable(query, value))
                ? Optional.empty()
                : Optional.of(Problem.badParameter(query.name(), expected(query.type())));
    }

    private static List<String> values(ResteasyReactiveRequestContext request, String name) {
        return Optional.ofNullable(request.getUriInfo().getQueryParameters().get(name))
                .orElse(List.of());
    }

    private static boolean isReadable(ParameterNames.Query query, String value) {
        if (isNumber(query.type())) {
            return WHOLE_NUMBER.matcher(value).matches();
        }
        return query.type().isEnum()
                ? EnumParameters.texts(query.type()).contains(value)
                : query.type() == String.class;
    }

    private static boolean isNumber(Class<?> type) {
        return type == Integer.class || type == int.class || type == Long.class || type == long.class;
    }

    private static String expected(Class<?> type) {
        if (isNumber(type)) {
            return "expected a whole number.";
        }
        return type.isEnum()
                ? "expected one of " + String.join(", ", EnumParameters.texts(type)) + "."
                : "this value cannot be read.";
    }
}
