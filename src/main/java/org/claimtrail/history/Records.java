package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Consumer;
import org.claimtrail.audit.EventType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** How records without a life of their own are written: recorded, and edited as a whole; readers see it at once. */
@ApplicationScoped
public class Records {

    private final History history;
    private final References references;
    private final Clock clock;

    Records(History history, References references, Clock clock) {
        this.history = history;
        this.references = references;
        this.clock = clock;
    }

    /** The first version. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Version create(String actor, TypeId id, Entry entry, EventType event) {
        ChangeReason.refuse(entry.changeReason());
        references.requireKnown(entry.references());
        return history.append(NewVersion.published(id, 1, entry.content(), clock.instant(), actor, event));
    }

    /** The next version, if the record is still the one the client has seen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Version edit(String actor, TypeId id, @Nullable String ifMatch, Entry entry, EventType event) {
        return edit(actor, id, ifMatch, entry, event, head -> {});
    }

    /** As above, if the version that stands allows it: the guard refuses by throwing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Version edit(
            String actor, TypeId id, @Nullable String ifMatch, Entry entry, EventType event, Consumer<Version> guard) {
        Version head = history.lock(id, Right.WRITE, ifMatch);
        ChangeReason.require(entry.changeReason());
        guard.accept(head);
        references.requireKnown(entry.references());
        return history.append(NewVersion.published(
                id, head.n() + 1, entry.content(), SystemTime.after(head.recordedAt(), clock), actor, event));
    }
}
