package org.claimtrail.shared.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constants are called in a query what they are called in a body: {@code status=open}, not {@code status=OPEN}. */
@Provider
public class EnumParameters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type.isEnum() ? new Constants<>(type) : null;
    }

    /** What the constants of an enum are called, in their order. */
    static List<String> texts(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(EnumParameters::text)
                .toList();
    }

    private static String text(Field constant) {
        JsonProperty name = constant.getAnnotation(JsonProperty.class);
        return name == null ? constant.getName() : name.value();
    }

    /** The constants of one enum. */
    private static final class Constants<T> implements ParamConverter<T> {

        private final List<T> constants;
        private final List<String> texts;

        Constants(Class<T> type) {
            this.constants = List.of(type.getEnumConstants());
            this.texts = texts(type);
        }

        /** As Jakarta REST wants it: what is none of them is an IllegalArgumentException, and answered as such. */
        @Override
        public T fromString(String text) {
            int at = texts.indexOf(text);
            if (at < 0) {
                throw new IllegalArgumentException(text);
            }
            return constants.get(at);
        }

        @Override
        public String toString(T value) {
            return texts.get(constants.indexOf(value));
        }
    }
}
