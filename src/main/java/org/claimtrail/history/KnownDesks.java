package org.claimtrail.history;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.shared.id.TypeId;

/** The desks of the records that this request has locked or made: what it answers, and by which rights, it need not ask again. */
@RequestScoped
class KnownDesks {

    private final Map<TypeId, Optional<String>> desks = new HashMap<>();

    void put(TypeId record, Optional<String> desk) {
        desks.put(record, desk);
    }

    void forget() {
        desks.clear();
    }

    boolean knows(TypeId record) {
        return desks.containsKey(record);
    }

    /** The desk of a record that it knows. */
    Optional<String> of(TypeId record) {
        return desks.getOrDefault(record, Optional.empty());
    }
}
