package org.claimtrail.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.claimtrail.access.Actor;
import org.claimtrail.assessments.NewScale;
import org.claimtrail.assessments.Scales;
import org.claimtrail.claims.Claims;
import org.claimtrail.claims.NewClaim;
import org.claimtrail.claims.NewRelation;
import org.claimtrail.claims.Relations;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.CheckedJson;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.sources.Agents;
import org.claimtrail.sources.NewAgent;
import org.claimtrail.sources.NewSource;
import org.claimtrail.sources.Sources;

/** Records of any kind that say nothing but what they are, under ids that are given: all but assessments, which are of a claim. */
@ApplicationScoped
public class NewRecords {

    private final CheckedJson json;
    private final Map<String, Kind<?>> kinds;

    NewRecords(CheckedJson json, Agents agents, Sources sources, Scales scales, Claims claims, Relations relations) {
        this.json = json;
        this.kinds = Map.of(
                "agent", new Kind<>(NewAgent.class, agents::create),
                "source", new Kind<>(NewSource.class, sources::create),
                "scale", new Kind<>(NewScale.class, scales::create),
                "claim", new Kind<>(NewClaim.class, claims::create),
                "relation", new Kind<>(NewRelation.class, relations::create));
    }

    /**
     * Reads what is to be recorded.
     *
     * @param kind one of agent, source, scale, claim, relation
     * @throws org.claimtrail.shared.http.Problem as for the body of a request
     */
    public Draft read(String kind, JsonNode content) {
        Kind<?> known = kinds.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("“" + kind + "” is not recorded by itself");
        }
        return known.read(json, content);
    }

    /** What is valid and not yet recorded. */
    public interface Draft {

        /** Records it, within the caller's transaction if there is one. */
        Version record(Actor by, TypeId id);
    }

    private record Kind<T>(Class<T> type, Creation<T> creation) {

        Draft read(CheckedJson json, JsonNode content) {
            T value = json.value(content, type);
            return (by, id) -> creation.create(by, id, value);
        }
    }

    private interface Creation<T> {
        Version create(Actor by, TypeId id, T value);
    }
}
