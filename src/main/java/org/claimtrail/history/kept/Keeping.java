package org.claimtrail.history.kept;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.PublicRead;
import org.claimtrail.shared.who.Viewer;
import org.jspecify.annotations.Nullable;

/** Where resources say that their answer may be kept: it is the same for all of the public until a record changes. */
@Singleton
public class Keeping {

    private final CurrentVertxRequest current;
    private final Viewer viewer;
    private final PublicRead publicRead;

    Keeping(CurrentVertxRequest current, Viewer viewer, PublicRead publicRead) {
        this.current = current;
        this.viewer = viewer;
        this.publicRead = publicRead;
    }

    /** A record may be kept: what is sent to who has it not yet. */
    public void record(TypeId id, byte[] body) {
        keep(body, () -> Set.of(id.toString()));
    }

    /** A composition may be kept: it names each record of which it shows something. */
    public void composition(byte[] body) {
        keep(body, () -> TypeId.namedIn(body));
    }

    /** A page of a list may be kept, until any record of these kinds changes: it might be on the page then. */
    public void page(byte[] body, Kind... kinds) {
        keep(body, () -> Stream.of(kinds).map(Changes::any).collect(Collectors.toUnmodifiableSet()));
    }

    private void keep(byte[] body, Supplier<Set<String>> of) {
        Kept asked = asked(current.getCurrent());
        if (asked != null && viewer.isAnonymous() && publicRead.isOpen()) {
            asked.offer(body, of.get());
        }
    }

    static @Nullable Kept asked(@Nullable RoutingContext routing) {
        return routing == null ? null : routing.get(Kept.KEY);
    }
}
