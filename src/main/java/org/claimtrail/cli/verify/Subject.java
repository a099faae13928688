package org.claimtrail.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to one record or key, in the order of its chain.
 *
 * @param id of the record or key
 */
record Subject(String id, List<StoredEvent> events) {

    /** Puts events in the order of their chain; when they are none, which is said elsewhere, they stay as they are. */
    static Subject of(String id, List<StoredEvent> events) {
        Map<@Nullable String, StoredEvent> next = new HashMap<>();
        for (StoredEvent event : events) {
            next.put(event.leaf().prev() == null ? null : event.leaf().prev().toString(), event);
        }
        List<StoredEvent> chain = new ArrayList<>();
        StoredEvent at = next.remove(null);
        while (at != null) {
            chain.add(at);
            at = next.remove(at.id());
        }
        return new Subject(id, chain.size() == events.size() ? chain : events);
    }

    String kind() {
        return id.substring(0, id.lastIndexOf('_'));
    }

    /** Counts what was erased; what is gone without an event that says so is a problem, and what is there beside one. */
    void checkErasures(Findings findings) {
        boolean erased = false;
        for (int i = events.size() - 1; i >= 0; i--) {
            StoredEvent event = events.get(i);
            boolean partsGone = event.parts().size() < commitments(event).size() && writes(i);
            if (erased
                    && !event.leaf().erases()
                    && !(event.isErased() && event.parts().isEmpty())) {
                findings.problem(
                        "audit_content " + event.id(), "the content is there, and a later event says it was erased");
            } else if (event.isErased() || partsGone) {
                if (erased) {
                    findings.count("erased", 1);
                } else {
                    String what = event.isErased() ? "the content" : "a confidential part";
                    findings.problem(
                            "audit_content " + event.id(), what + " is gone, and no later event says it was erased");
                }
            }
            erased |= event.leaf().erases();
        }
    }

    /** The confidential parts are those that the content commits to, in its order. */
    void checkParts(Findings findings) {
        for (StoredEvent event : events) {
            List<String> commitments = commitments(event);
            event.parts().forEach((part, commitment) -> {
                boolean fits =
                        part <= commitments.size() && commitments.get(part - 1).equals(commitment);
                if (!fits && !event.isErased()) {
                    findings.problem(
                            "audit_content " + event.id() + "/" + part,
                            "the confidential part does not fit the commitment in its event's content");
                }
            });
        }
    }

    /** What the content of a version says of itself. */
    void checkVersions(List<Life> lives, Findings findings) {
        for (Life life : lives) {
            StoredEvent event = life.written;
            if (!event.isErased()) {
                findings.same(event.id() + " content id", id, event.text("id"));
                findings.same(
                        event.id() + " content version",
                        life.n,
                        event.content().path("version").asInt());
                findings.same(event.id() + " content recordedAt", event.leaf().at(), event.text("recordedAt"));
            }
            StoredEvent published = life.published;
            if (published != null && !published.isErased() && !event.isErased()) {
                findings.same(published.id() + " content", event.hash(), published.hash());
            }
        }
    }

    /** Events that write a version hold its parts; the one that publishes it commits to the content alone. */
    private boolean writes(int index) {
        return !Workflow.PUBLISHED.equals(events.get(index).leaf().type());
    }

    private static List<String> commitments(StoredEvent event) {
        List<String> commitments = new ArrayList<>();
        for (JsonNode item : event.content().path("evidence")) {
            if (item.path("withheld").asBoolean()) {
                commitments.add(item.path("commitment").asText());
            }
        }
        return commitments;
    }
}
