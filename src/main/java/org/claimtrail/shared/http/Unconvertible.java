package org.claimtrail.shared.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Finds the query parameter that could not be converted. Jakarta REST makes that a 404 and forgets which one it was
 * (section 3.2); a path segment that cannot be converted does name nothing, so that stays a 404.
 */
final class Unconvertible {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

    private Unconvertible() {}

    static Problem problem(ResteasyReactiveRequestContext request) {
        Parameter[] parameters = request.getTarget().getLazyMethod().getMethod().getParameters();
        return Arrays.stream(parameters)
                .flatMap(Unconvertible::queries)
                .flatMap(query -> unconvertible(query, request).stream())
                .findFirst()
                .orElseGet(() -> Refusals.ofStatus(404));
    }

    /** Of a parameter, or of the fields of a bean of parameters, its superclasses and its beans. */
    private static Stream<Query> queries(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? queries(parameter.getType())
                : ParameterNames.ofQuery(parameter).stream().map(name -> new Query(name, parameter.getType()));
    }

    private static Stream<Query> queries(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .flatMap(field -> field.isAnnotationPresent(BeanParam.class)
                        ? queries(field.getType())
                        : Stream.ofNullable(field.getAnnotation(QueryParam.class))
                                .map(name -> new Query(name.value(), field.getType())));
    }

    private static Optional<Problem> unconvertible(Query query, ResteasyReactiveRequestContext request) {
        List<String> values = values(request, query.name());
        return values.stream().allMatch(query::isReadable)
                ? Optional.empty()
                : Optional.of(Problem.badParameter(query.name(), expected(query.type())));
    }

    private static List<String> values(ResteasyReactiveRequestContext request, String name) {
        return Optional.ofNullable(request.getUriInfo().getQueryParameters().get(name))
                .orElse(List.of());
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

    /** A parameter of the query: its name and what it is read into. */
    private record Query(String name, Class<?> type) {

        boolean isReadable(String value) {
            if (isNumber(type)) {
                return WHOLE_NUMBER.matcher(value).matches();
            }
            return type.isEnum() ? EnumParameters.texts(type).contains(value) : type == String.class;
        }
    }
}
