package org.claimtrail.shared.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.claimtrail.shared.json.Pointer;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Bean Validation's findings on the arguments of a resource method as a problem: 422 with JSON pointers for the body,
 * 400 with names for what stands in the address and the headers.
 */
final class Violations {

    private static final Comparator<Problem.Entry> READING_ORDER = Comparator.comparing(
            (Problem.Entry entry) -> entry.pointer() + " " + entry.parameter() + " " + entry.code());

    /** The codes of {@link jakarta.validation.constraints.AssertTrue} and {@link jakarta.validation.constraints.AssertFalse}. */
    private static final Set<String> RULES = Set.of("assert_true", "assert_false");

    private Violations() {}

    /** Null when a return value is at fault, for that is our mistake. */
    static @Nullable Problem problem(ConstraintViolationException violations) {
        List<Problem.Entry> entries = new ArrayList<>();
        for (ConstraintViolation<?> violation : violations.getConstraintViolations()) {
            Optional<Problem.Entry> entry = entry(violation);
            if (entry.isEmpty()) {
                return null;
            }
            entries.add(entry.get());
        }
        return problem(entries);
    }

    /** The findings on one value, which is a body of its own: 422. */
    static Problem inBody(Collection<? extends ConstraintViolation<?>> violations) {
        List<Problem.Entry> entries = new ArrayList<>();
        for (ConstraintViolation<?> violation : violations) {
            List<Path.Node> nodes = new ArrayList<>();
            violation.getPropertyPath().forEach(nodes::add);
            String code = code(violation);
            entries.add(new Problem.Entry(pointer(nodes, code), null, code, violation.getMessage()));
        }
        return problem(entries);
    }

    private static Problem problem(List<Problem.Entry> entries) {
        entries.sort(READING_ORDER);
        boolean outsideBody = entries.stream().anyMatch(entry -> entry.parameter() != null);
        Problem problem = Problem.of(outsideBody ? ProblemType.BAD_PARAMETER : ProblemType.INVALID, detail(entries));
        entries.forEach(problem::add);
        return problem;
    }

    private static String detail(List<Problem.Entry> entries) {
        Problem.Entry first = entries.get(0);
        String at = Optional.ofNullable(first.pointer()).orElseGet(() -> String.valueOf(first.parameter()));
        String more = entries.size() == 1 ? "" : " There is more in errors.";
        return (at.isEmpty() ? "" : at + ": ") + first.message() + "." + more;
    }

    private static Optional<Problem.Entry> entry(ConstraintViolation<?> violation) {
        String code = code(violation);
        String message = violation.getMessage();
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        Path.Node argument = nodes.get(1);
        if (argument.getKind() == ElementKind.CROSS_PARAMETER) {
            return Optional.of(new Problem.Entry(null, "request", code, message));
        }
        if (argument.getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        Parameter parameter = parameter(argument.as(Path.ParameterNode.class).getParameterIndex());
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Optional.of(
                    new Problem.Entry(null, nodes.get(nodes.size() - 1).getName(), code, message));
        }
        return Optional.of(ParameterNames.of(parameter)
                .map(name -> new Problem.Entry(null, name, code, message))
                .orElseGet(() ->
                        new Problem.Entry(pointer(nodes.subList(2, nodes.size()), code), null, code, message)));
    }

    /** The parameter as declared; the validated class is a generated subclass without its annotations. */
    private static Parameter parameter(int index) {
        return CurrentRequestManager.get()
                .getTarget()
                .getLazyMethod()
                .getMethod()
                .getParameters()[index];
    }

    /** A rule over a whole value is a method of its type, which no client knows: the pointer leads to the value. */
    private static String pointer(List<Path.Node> nodes, String code) {
        String pointer = Pointer.ROOT;
        for (Iterator<Path.Node> way = nodes.iterator(); way.hasNext(); ) {
            Path.Node node = way.next();
            if (node.getIndex() != null) {
                pointer = Pointer.child(pointer, node.getIndex());
            } else if (node.getKey() != null) {
                pointer = Pointer.child(pointer, node.getKey().toString());
            }
            boolean rule = RULES.contains(code) && !way.hasNext();
            if (node.getKind() == ElementKind.PROPERTY && !rule) {
                pointer = Pointer.child(pointer, node.getName());
            }
        }
        return pointer;
    }

    /** {@code NotBlank} becomes {@code not_blank}. */
    private static String code(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
