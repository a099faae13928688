package org.claimtrail.history;

import java.util.Map;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** Where records live: {@code /v1/claims/claim_...}. */
public final class RecordPaths {

    private static final Map<Kind, String> COLLECTIONS = Map.of(
            Kind.AGENT, "/v1/agents",
            Kind.SOURCE, "/v1/sources",
            Kind.CLAIM, "/v1/claims",
            Kind.RELATION, "/v1/relations",
            Kind.ASSESSMENT, "/v1/assessments",
            Kind.SCALE, "/v1/rating-scales",
            Kind.KEY, "/v1/keys",
            Kind.DESK, "/v1/desks");

    private RecordPaths() {}

    /** Where the events of a record are. */
    static String audit(TypeId id) {
        return COLLECTIONS.containsKey(id.kind()) ? of(id) + "/audit" : "/v1/audit/events?subject=" + id;
    }

    public static String of(TypeId id) {
        return COLLECTIONS.get(id.kind()) + "/" + id;
    }

    /** Of a record that is part of another one. */
    public static String of(TypeId whole, TypeId part) {
        return of(whole) + "/comments/" + part;
    }

    public static String of(TypeId id, int version) {
        return of(id) + "/versions/" + version;
    }
}
