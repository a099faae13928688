package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimtrail.access.Actor;
import org.claimtrail.history.Entry;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Records;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.history.Words;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/** Agents: people, organisations and programs that say, report or assess. */
@ApplicationScoped
public class Agents {

    private final AgentRepository agents;
    private final Records records;
    private final VersionReads reads;

    Agents(AgentRepository agents, Records records, VersionReads reads) {
        this.agents = agents;
        this.records = records;
        this.reads = reads;
    }

    /** Records a new agent. */
    @Transactional
    public Version create(Actor by, NewAgent input) {
        return create(by, TypeId.next(Kind.AGENT), input);
    }

    /** As {@link #create(Actor, NewAgent)}, under an id that is given. */
    @Transactional
    public Version create(Actor by, TypeId id, NewAgent input) {
        return keep(records.create(by.pseudonym(), id, entry(input), AgentEvent.CREATED), input);
    }

    /** Records a new version of an agent. */
    @Transactional
    public Version edit(Actor by, TypeId id, @Nullable String ifMatch, NewAgent input) {
        return keep(records.edit(by.pseudonym(), id, ifMatch, entry(input), AgentEvent.EDITED), input);
    }

    /** A page of agents, as their stored bytes. */
    public Slice<RawJson> list(ListQuery query, Optional<AgentType> type, @Nullable String q) {
        Listing listing = query.byRecordedAt("Agent").where("e.type = :type", "type", type);
        Words.in("e.searchText", q).forEach(listing::where);
        return agents.page(listing, reads);
    }

    /** The names of agents as they were known at an instant; null for now. */
    public Map<String, String> names(Collection<String> ids, @Nullable Instant knownAt) {
        return agents.standing(ids, knownAt).stream()
                .collect(Collectors.toMap(agent -> agent.id().toString(), agent -> agent.name));
    }

    /** Agents as they were known at an instant, null for now: id to stored bytes. */
    public Map<String, byte[]> contents(Collection<String> ids, @Nullable Instant knownAt) {
        return agents.contents(ids, knownAt, reads);
    }

    private Version keep(Version version, NewAgent input) {
        agents.replace(new Agent(version, input));
        return version;
    }

    private static Entry entry(NewAgent input) {
        return new Entry(StoredJson.tree(input), input.references(), input.changeReason());
    }
}
