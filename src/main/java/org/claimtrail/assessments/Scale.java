package org.claimtrail.assessments;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.claimtrail.history.Snapshot;
import org.claimtrail.history.Version;

/** One version of a rating scale, to find it by. */
@Entity
@Table(name = "rating_scale")
class Scale extends Snapshot {

    String owner;
    String name;

    @SuppressWarnings("NullAway.Init")
    Scale() {}

    Scale(Version version, NewScale content) {
        super(version);
        this.owner = content.owner();
        this.name = content.name();
    }
}
