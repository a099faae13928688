package org.claimtrail.history;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.id.TypeId;

/** Remembers during a request which of the records that staff are shown are withheld from others. */
@RequestScoped
class WithheldNotice {

    private final Map<String, Reason> grounds = new LinkedHashMap<>();

    void tell(Closure closure) {
        grounds.put(closure.recordId, closure.ground);
    }

    /** The record is not withheld, or not any more, as who has locked it knows. */
    void forget(TypeId id) {
        grounds.remove(id.toString());
    }

    /** The ground of the record that a path names, if that is withheld. */
    Optional<Reason> ground(String path) {
        return grounds.entrySet().stream()
                .filter(entry -> path.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
