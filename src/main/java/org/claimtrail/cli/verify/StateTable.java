package org.claimtrail.cli.verify;

import java.util.List;

/** The tables whose rows follow from the log. */
enum StateTable {
    RECORD_VERSION("record_version", "record_id", "n"),
    AGENT("agent", "id", "version"),
    SOURCE("source", "id", "version"),
    CLAIM("claim", "id", "version"),
    CLAIM_TOPIC("claim_topic", "claim_id", "version", "topic"),
    CLAIM_VERDICT("claim_verdict", "assessment_id", "version"),
    RELATION("relation", "id", "version"),
    RATING_SCALE("rating_scale", "id", "version"),
    ASSESSMENT("assessment", "id"),
    ASSESSMENT_VERSION("assessment_version", "id", "version"),
    API_KEY("api_key", "id"),
    DESK("desk", "id"),
    DESK_MEMBER("desk_member", "desk", "member"),
    RECORD_IMPORT("record_import", "id"),
    RECORD_CLOSURE("record_closure", "record_id"),
    RECORD_DESK("record_desk", "record_id"),
    RECORD_PART("record_part", "record_id"),
    REVIEW_COMMENT("review_comment", "id"),
    /** By the relation that took the pair. */
    RELATION_PAIR("relation_pair", "relation_id"),
    /** The first key is introduced by no event. */
    AUDIT_KEY("audit_key", "id");

    private final String table;
    /** Never changes: {@code List.of} made it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> key;

    StateTable(String table, String... key) {
        this.table = table;
        this.key = List.of(key);
    }

    String table() {
        return table;
    }

    /** The columns that make the key; the first is the record's id. */
    List<String> key() {
        return key;
    }

    /** Whether a row that follows from no event is a problem. */
    boolean isComplete() {
        return this != AUDIT_KEY;
    }

    /** All rows; those of a relation's pair by way of the relation, since no index leads to them. */
    String from() {
        return this == RELATION_PAIR
                ? "relation t join relation_pair s on s.from_claim = t.from_claim and s.type = t.type"
                        + " and s.to_claim = t.to_claim where t.version = 1 and t.id"
                : table + " s where s." + key.get(0);
    }
}
