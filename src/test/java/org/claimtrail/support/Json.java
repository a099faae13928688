package org.claimtrail.support;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamcrest.Description;
import org.hamcrest.DiagnosingMatcher;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body, and what is at a path in it, such as {@code items[0].id}. Of a list the path goes on in each of its elements:
 * {@code items.id} are the ids of all. What is not there is null. REST Assured's own paths say the same, but are Groovy
 * that is compiled at each use, which took a third of the time of all tests.
 */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(-?\\d+)]");

    private final @Nullable Object value;

    /** Made by {@code extract().as(Json.class)}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Json(@Nullable Object value) {
        this.value = value;
    }

    /** Matches a body with JSON in it by what is at a path. */
    public static org.hamcrest.Matcher<String> hasJson(String path, org.hamcrest.Matcher<?> expected) {
        return new DiagnosingMatcher<>() {
            @Override
            protected boolean matches(Object body, Description mismatch) {
                Object found = parsed(String.valueOf(body)).at(path);
                mismatch.appendText(path + ": ");
                expected.describeMismatch(found, mismatch);
                return expected.matches(found);
            }

            @Override
            public void describeTo(Description description) {
                description.appendText(path + ": ").appendDescriptionOf(expected);
            }
        };
    }

    /** What is at a path: a text, number, truth value, list, map or null. The empty path is all of it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the test knows what has to be there
    public <T> T at(String path) {
        Object found = value;
        Matcher steps = STEP.matcher(path);
        int end = 0;
        while (steps.lookingAt()) {
            found = steps.group(1) == null
                    ? element(found, Integer.parseInt(steps.group(2)))
                    : property(found, steps.group(1));
            end = steps.end();
            steps.region(end, path.length());
        }
        if (end < path.length()) {
            throw new IllegalArgumentException("not a path: " + path);
        }
        return (T) found;
    }

    private static Json parsed(String body) {
        try {
            return new Json(MAPPER.readValue(body, Object.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    private static @Nullable Object property(@Nullable Object of, String name) {
        if (of instanceof Map<?, ?> object) {
            return object.get(name);
        }
        if (of instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(each -> all.add(property(each, name)));
            return all;
        }
        return null;
    }

    /** From the end where the place is negative: -1 is the last. */
    private static @Nullable Object element(@Nullable Object of, int place) {
        if (!(of instanceof List<?> list)) {
            return null;
        }
        int index = place < 0 ? list.size() + place : place;
        return index < 0 || index >= list.size() ? null : list.get(index);
    }
}
