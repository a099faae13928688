package org.claimtrail.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.shared.hash.Sha256;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.Place;

/**
 * Names that records have among themselves before they have ids: {@code claim/summit} of one kind and one name. The id of a
 * record follows from its name alone, so what refers to it needs no look at it, and it has the same id the next time.
 *
 * @param millis the time in the ids, in milliseconds since 1970
 * @param salt makes the ids differ from those of the same names elsewhere
 */
public record LocalNames(long millis, String salt) {

    private static final Map<String, Kind> KINDS = Map.of(
            "agent", Kind.AGENT,
            "source", Kind.SOURCE,
            "scale", Kind.SCALE,
            "claim", Kind.CLAIM,
            "relation", Kind.RELATION,
            "assessment", Kind.ASSESSMENT);

    /** What a name may be, beside the kind. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private static final Pattern REFERENCE =
            Pattern.compile("@(" + String.join("|", KINDS.keySet()) + ")/(" + NAME + ")");

    /** The kinds that have names. */
    public static boolean isKind(String text) {
        return KINDS.containsKey(text);
    }

    /**
     * The id of a record: a UUIDv7 (RFC 9562 section 5.7) whose random bits are a hash.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public TypeId id(String kind, String name) {
        Kind known = Optional.ofNullable(KINDS.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("“" + kind + "” is no kind of record"));
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(salt + " " + kind + "/" + name));
        long random = hash.getShort() & 0x0fffL;
        long high = (millis << 16) | 0x7000L | random;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new TypeId(known, new UUID(high, low));
    }

    /**
     * Puts ids in the place of names: of each text that is nothing but {@code @kind/name}.
     *
     * @param place of the node
     * @param found is told of each
     */
    public JsonNode resolve(JsonNode node, Place place, Consumer<Reference> found) {
        if (node.isTextual()) {
            return resolve((TextNode) node, place, found);
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolve(array.get(i), place.at(i), found));
            }
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> field.setValue(resolve(field.getValue(), place.of(field.getKey()), found)));
        }
        return node;
    }

    private JsonNode resolve(TextNode node, Place place, Consumer<Reference> found) {
        Matcher reference = REFERENCE.matcher(node.textValue());
        if (!reference.matches()) {
            return node;
        }
        String id = id(reference.group(1), reference.group(2)).toString();
        found.accept(new Reference(place, id, node.textValue()));
        return TextNode.valueOf(id);
    }

    /**
     * A name where an id is wanted.
     *
     * @param id what stands there now
     * @param text what stood there, with the @
     */
    public record Reference(Place place, String id, String text) {

        /** JSON pointer to where it stands. */
        public String pointer() {
            return place.pointer();
        }
    }
}
