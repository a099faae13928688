package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.Projection;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** The columns of sources. */
@ApplicationScoped
class SourceProjection implements Projection {

    private final SourceRepository sources;

    SourceProjection(SourceRepository sources) {
        this.sources = sources;
    }

    @Override
    public Kind kind() {
        return Kind.SOURCE;
    }

    @Override
    public void erase(TypeId id) {
        sources.erase(id);
    }
}
