package org.claimtrail.access;

import java.util.Optional;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** A key as its holder sends it: {@code clt_<id>.<secret>}; the prefix lets scanners find leaked keys. */
record Credential(TypeId id, Secret secret) {

    private static final String PREFIX = "clt_";

    static Optional<Credential> parse(String text) {
        int dot = text.indexOf('.');
        if (!text.startsWith(PREFIX) || dot < 0) {
            return Optional.empty();
        }
        return TypeId.tryParse(text.substring(PREFIX.length(), dot))
                .filter(id -> id.kind() == Kind.KEY)
                .map(id -> new Credential(id, new Secret(text.substring(dot + 1))));
    }

    String text() {
        return PREFIX + id + "." + secret.text();
    }
}
