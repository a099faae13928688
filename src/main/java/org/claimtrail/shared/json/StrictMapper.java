package org.claimtrail.shared.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Jackson with every leniency switched off. */
final class StrictMapper {

    private StrictMapper() {}

    static JsonMapper create() {
        JsonMapper.Builder builder = JsonMapper.builder(factory())
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new InstantReader())
                        .addDeserializer(Double.class, new DoubleReader(Double.class, null))
                        .addDeserializer(Double.TYPE, new DoubleReader(Double.TYPE, 0.0)))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // a null inside a list or map has no meaning here, and List.copyOf would throw on it
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        return refuseCoercions(builder).build();
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                // keys come from strangers: neither keep nor intern them
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                // the length of keys is TreeReader's to refuse, with a pointer
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    private static JsonMapper.Builder refuseCoercions(JsonMapper.Builder builder) {
        return builder.withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    }

    /** Instants only as RFC 3339 strings; Jackson's own reader also takes numbers and other shapes. */
    private static final class InstantReader extends StdScalarDeserializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getText();
            return Rfc3339.parse(text)
                    .orElseThrow(() -> context.weirdStringException(text, Instant.class, Rfc3339.EXPECTED));
        }
    }

    /** Jackson takes the strings NaN and Infinity for numbers, whatever is configured. */
    private static final class DoubleReader extends NumberDeserializers.DoubleDeserializer {

        @Serial
        private static final long serialVersionUID = 1;

        DoubleReader(Class<Double> type, @Nullable Double absent) {
            super(type, absent);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Double) context.handleUnexpectedToken(handledType(), parser);
            }
            return super.deserialize(parser, context);
        }
    }
}
