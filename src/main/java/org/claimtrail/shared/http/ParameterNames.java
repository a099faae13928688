package org.claimtrail.shared.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a client calls a parameter of a resource method; nothing for the body. */
final class ParameterNames {

    private ParameterNames() {}

    static Optional<String> of(Parameter parameter) {
        return ofQuery(parameter)
                .or(() -> name(parameter, PathParam.class, PathParam::value))
                .or(() -> name(parameter, RestPath.class, RestPath::value))
                .or(() -> name(parameter, HeaderParam.class, HeaderParam::value))
                .or(() -> name(parameter, RestHeader.class, RestHeader::value))
                .or(() -> name(parameter, MatrixParam.class, MatrixParam::value))
                .or(() -> name(parameter, CookieParam.class, CookieParam::value));
    }

    static Optional<String> ofQuery(Parameter parameter) {
        return name(parameter, QueryParam.class, QueryParam::value)
                .or(() -> name(parameter, RestQuery.class, RestQuery::value));
    }

    /** What a resource method is asked with behind the question mark, its beans of parameters included. */
    static Stream<Query> queries(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? queries(parameter.getType())
                        : ofQuery(parameter).stream().map(name -> new Query(name, parameter.getType())));
    }

    /** Of the fields of a bean of parameters, its superclasses and its beans. */
    private static Stream<Query> queries(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .flatMap(field -> field.isAnnotationPresent(BeanParam.class)
                        ? queries(field.getType())
                        : Stream.ofNullable(field.getAnnotation(QueryParam.class))
                                .map(name -> new Query(name.value(), field.getType())));
    }

    private static <A extends Annotation> Optional<String> name(
            Parameter parameter, Class<A> annotation, Function<A, String> value) {
        return Optional.ofNullable(parameter.getAnnotation(annotation))
                .map(value)
                .map(name -> name.isEmpty() ? parameter.getName() : name);
    }

    /** A parameter of the query: its name and what it is read into. */
    record Query(String name, Class<?> type) {}
}
