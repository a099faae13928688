package org.claimtrail.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** The bytes that enter the tree: a fixed schema, canonical JSON, nothing that could name a person. */
final class Leaf {

    private static final int FORMAT = 1;
    static final int MAX_BYTES = 8 * 1024;

    private Leaf() {}

    static byte[] bytes(TypeId id, NewEvent event, String commitment, @Nullable String previous) {
        ObjectNode leaf = JsonNodeFactory.instance.objectNode();
        leaf.put("actor", event.actor());
        leaf.put("at", SystemTime.text(event.at()));
        leaf.put("c", commitment);
        leaf.put("id", id.toString());
        leaf.put("prev", previous);
        leaf.put("reason", event.reason().text());
        leaf.put("subj", event.subject().toString());
        leaf.put("type", event.type().type());
        leaf.put("v", FORMAT);
        leaf.put("ver", event.version());
        byte[] bytes = CanonicalJson.bytes(leaf);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalStateException("a leaf of " + bytes.length + " bytes");
        }
        return bytes;
    }
}
