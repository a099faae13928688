package org.claimtrail.cli.verify;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of keys: those that open the service, and those that sign the log. */
final class KeyRows {

    private final Expected expected;

    KeyRows(Expected expected) {
        this.expected = expected;
    }

    void add(Subject subject) {
        for (StoredEvent event : subject.events()) {
            switch (event.leaf().type()) {
                case "key.created" -> created(subject.id(), event);
                case "key.renewed" -> renewed(subject.id(), event);
                case "key.revoked" ->
                    row(StateTable.API_KEY, subject.id())
                            .set("revoked_at", event.leaf().at());
                case "key.rotated" ->
                    vkey(subject.id(), event).set("since", event.leaf().at()).set("retired_at", null);
                case "key.retired" ->
                    vkey(subject.id(), event).set("retired_at", event.leaf().at());
                default -> {
                    // it changes no row known here
                }
            }
        }
    }

    private void created(String id, StoredEvent event) {
        Expected.Row row = row(StateTable.API_KEY, id)
                .set("created_at", event.leaf().at())
                .set("created_by", event.leaf().actor())
                .set("revoked_at", null)
                .set("former_hash", null)
                .set("former_until", null);
        if (!event.isErased()) {
            row.set("holder", event.text("holder"))
                    .set("role", String.valueOf(event.text("role")).toUpperCase(Locale.ROOT))
                    .set("expires_at", event.text("expiresAt"))
                    .set("scopes", event.text("scopes"))
                    .set("addresses", event.text("allowedAddresses"))
                    .set("rate_limit", event.number("rateLimit"))
                    .set("secret_hash", event.text("secret"));
            first(event, row);
        }
    }

    /** The secret that opened until now is the former one, for a while or not at all. */
    private void renewed(String id, StoredEvent event) {
        if (event.isErased()) {
            return;
        }
        Expected.Row row = row(StateTable.API_KEY, id);
        String until = event.text("formerUntil");
        row.set("former_hash", until == null ? null : row.columns.get("secret_hash"))
                .set("former_until", until)
                .set("secret_hash", event.text("secret"));
    }

    /** The first key of all is made by nobody, and its event names its holder. */
    private static void first(StoredEvent event, Expected.Row row) {
        if (event.leaf().actor().equals(event.text("holder"))) {
            Set<@Nullable String> nobody = new HashSet<>();
            nobody.add(null);
            row.alternatives.put("created_by", nobody);
        }
    }

    private Expected.Row vkey(String id, StoredEvent event) {
        Expected.Row row = row(StateTable.AUDIT_KEY, id);
        return event.isErased() ? row : row.set("vkey", event.text("vkey"));
    }

    private Expected.Row row(StateTable table, String id) {
        Expected.Row row = expected.of(table).get(id);
        return row == null ? expected.row(table, id) : row;
    }
}
