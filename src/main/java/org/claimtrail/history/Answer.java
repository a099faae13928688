package org.claimtrail.history;

import java.util.HashMap;
import java.util.Map;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.shared.http.Preconditions;

/**
 * A version as it is shown to one reader.
 *
 * @param version what was committed
 * @param body the bytes shown: the committed ones, unless the reader may see more
 * @param tag the entity tag of what is shown, without quotes
 * @param path where the record is
 * @param forEveryone whether a shared cache may keep it
 * @param headers what a kind of record tells beside its content
 */
public record Answer(
        Version version, byte[] body, String tag, String path, boolean forEveryone, Map<String, String> headers) {

    /** The committed bytes, which everyone may see. */
    public static Answer of(Version version) {
        return at(RecordPaths.of(version.id()), version);
    }

    /** The same of a record that is part of another, at its own path. */
    public static Answer at(String path, Version version) {
        return new Answer(version, version.content(), version.tag(), path, version.isPublished(), Map.of());
    }

    /** As told after a step that was an event of its own. */
    public Answer after(String event) {
        Map<String, String> told = new HashMap<>(headers);
        told.put(AuditHeaders.EVENT, event);
        return new Answer(version, body, tag, path, forEveryone, told);
    }

    /** The event to prove it by: the last step's after one, or else the version's. */
    String event() {
        return headers.getOrDefault(AuditHeaders.EVENT, version.event().toString());
    }

    String etag() {
        return Preconditions.quoted(tag);
    }
}
