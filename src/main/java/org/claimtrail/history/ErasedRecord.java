package org.claimtrail.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a record was erased: all that is known of it from then on.
 *
 * @param at system time, RFC 3339, microseconds
 * @param event the audit event that tells of it
 */
@Schema(name = "Erasure", description = "That a record was erased: all that is known of it from then on.")
public record ErasedRecord(
        @JsonProperty(required = true) String record,
        @JsonProperty(required = true) ErasureBasis basis,
        @JsonProperty(required = true) String at,
        @JsonProperty(required = true) String event) {

    static ErasedRecord of(Closure closure) {
        return new ErasedRecord(
                closure.recordId,
                ErasureBasis.valueOf(closure.ground.name()),
                SystemTime.text(closure.since),
                closure.eventId);
    }

    /** Reads a line of the ledger; throws an unchecked exception when it is none. */
    static ErasedRecord parse(byte[] line) {
        JsonNode json = StoredJson.read(line);
        ErasedRecord read = StoredJson.convert(json, ErasedRecord.class);
        TypeId.parse(read.record);
        Instant.parse(read.at);
        return read;
    }

    TypeId id() {
        return TypeId.parse(record);
    }

    /** A line of the ledger, without its end: canonical JSON. */
    byte[] line() {
        ObjectNode json = StoredJson.tree(this);
        return CanonicalJson.bytes(json);
    }
}
