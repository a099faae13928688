package org.claimtrail.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.claimtrail.history.Snapshot;
import org.claimtrail.history.Version;

/** One version of an agent, to find it by. */
@Entity
@Table(name = "agent")
class Agent extends Snapshot {

    @Enumerated(EnumType.STRING)
    AgentType type;

    String name;

    @Column(name = "search_text")
    String searchText;

    @SuppressWarnings("NullAway.Init")
    Agent() {}

    Agent(Version version, NewAgent content) {
        super(version);
        this.type = content.type();
        this.name = content.name();
        this.searchText = content.searchText();
    }
}
