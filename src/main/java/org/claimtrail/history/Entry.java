package org.claimtrail.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants a record to say.
 *
 * @param content of the version
 * @param references that must exist: JSON pointer of the request to the id that stands there
 * @param changeReason why, for a version behind the first
 */
public record Entry(
        ObjectNode content,
        Map<String, String> references,
        @Nullable String changeReason) {}
