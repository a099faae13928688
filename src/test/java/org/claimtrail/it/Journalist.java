package org.claimtrail.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/** One of several who write at once: agents, claims, edits of claims that others edit too, and an assessment's steps. */
final class Journalist {

    private final Staff staff;
    private final Random random;
    private final Draft draft;

    Journalist(Staff staff, Random random) {
        this.staff = staff;
        this.random = random;
        this.draft = new Draft(staff, random);
    }

    /** What they want to write next; every other POST under an Idempotency-Key. */
    Write next() {
        Write write = any(staff.claims.isEmpty() ? 0 : random.nextInt(10));
        boolean keyed = write.method().equals("POST") && random.nextBoolean();
        return keyed ? write.withKey(Marker.next()) : write;
    }

    /** What came of it. */
    void answered(Write.Answered answered) {
        if (answered.isStep()) {
            draft.stands(answered.reply());
        } else if (answered.subject().startsWith("claim_") && answered.write().isNew()) {
            staff.claims.add(answered.subject());
        }
    }

    private Write any(int dice) {
        if (dice < 2) {
            return claim();
        }
        if (dice < 3) {
            return agent();
        }
        return dice < 6 ? edit() : draft.next();
    }

    private Write agent() {
        String name = Marker.next();
        return Write.post(staff.contributor, "/v1/agents", Map.of("type", "Person", "name", name))
                .showingIn("/v1/agents?q=" + name);
    }

    private Write claim() {
        String word = Marker.next();
        Map<String, Object> claim =
                Map.of("text", "Claim " + word, "inLanguage", "en", "claimant", staff.desk, "about", List.of("crash"));
        return Write.post(staff.contributor, "/v1/claims", claim).showingIn("/v1/claims?q=" + word);
    }

    /** Of one of the latest claims, so that several edit the same. */
    private Write edit() {
        int count = staff.claims.size();
        String id = staff.claims.get(count - 1 - random.nextInt(Math.min(8, count)));
        Client by = staff.contributor;
        Reply read = by.get(Audit.path(id)).expect(200);
        ObjectNode claim = (ObjectNode) read.json();
        claim.put("contentLocation", Marker.next()).put("changeReason", "The place was wrong.");
        return Write.put(by, id, claim, read.etag());
    }
}
