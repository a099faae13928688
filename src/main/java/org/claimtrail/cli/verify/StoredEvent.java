package org.claimtrail.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HexFormat;
import java.util.SortedMap;
import org.claimtrail.shared.hash.Sha256;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * An event as its leaf tells it, with what the database still has of its content.
 *
 * @param content what the leaf commits to; missing once erased
 * @param hash the beginning of the content's SHA-256, as entity tags have it; null once erased
 * @param parts the commitments that the confidential parts fit, by their numbers from 1
 */
record StoredEvent(
        LeafEvent leaf, JsonNode content, @Nullable String hash, SortedMap<Integer, String> parts) {

    private static final int TAG_BYTES = 6;

    static StoredEvent of(LeafEvent leaf, byte @Nullable [] content, SortedMap<Integer, String> parts) {
        return content == null
                ? new StoredEvent(leaf, MissingNode.getInstance(), null, parts)
                : new StoredEvent(leaf, tree(content), tag(content), parts);
    }

    boolean isErased() {
        return hash == null;
    }

    String id() {
        return leaf.id().toString();
    }

    /** A text of the content; null when it has none. */
    @Nullable
    String text(String name) {
        return content.path(name).textValue();
    }

    /** A whole number of the content; null when it has none. */
    @Nullable
    Integer number(String name) {
        return content.path(name).isInt() ? content.path(name).intValue() : null;
    }

    private static String tag(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, TAG_BYTES);
    }

    private static JsonNode tree(byte[] content) {
        try {
            return StoredJson.read(content);
        } catch (IllegalStateException e) {
            return MissingNode.getInstance(); // it does not fit its commitment either, which is said
        }
    }
}
