package org.claimtrail.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/** An assessment on its way: drafted, redrafted, submitted, approved by somebody else, published, corrected; then another. */
final class Draft {

    private final Staff staff;
    private final Random random;
    private Optional<Reply> standing = Optional.empty();

    Draft(Staff staff, Random random) {
        this.staff = staff;
        this.random = random;
    }

    /** Remembers how it stands after a step. */
    void stands(Reply reply) {
        standing = Optional.of(reply);
    }

    Write next() {
        if (standing.isEmpty()) {
            return draft();
        }
        Reply now = standing.get();
        return switch (state(now)) {
            case "draft" -> random.nextBoolean() ? redraft(now) : step(staff.contributor, now, "submit", "submitted");
            case "in_review" -> step(staff.editor, now, "approve", "approved");
            case "approved" -> step(staff.editor, now, "publish", "published");
            default -> random.nextBoolean() ? redraft(now) : draft();
        };
    }

    private Write draft() {
        String path = Audit.path(staff.claims.get(random.nextInt(staff.claims.size()))) + "/assessments";
        String word = Marker.next();
        Map<String, Object> secret =
                Map.of("stance", "refutes", "confidential", true, "withheldReason", "source protection", "note", word);
        Map<String, Object> body = Map.of(
                "assessor",
                staff.desk,
                "scale",
                staff.scale,
                "rating",
                "false",
                "ratingExplanation",
                word,
                "evidence",
                List.of(secret));
        return Write.post(staff.contributor, path, body).happening(reader -> (int) reader.all(path).stream()
                .map(item -> reader.get(Audit.path(item.path("id").asText())))
                .filter(reply -> reply.expect(200).text().contains("\"ratingExplanation\":\"" + word))
                .count());
    }

    /** The whole content again, with another explanation. */
    private Write redraft(Reply now) {
        Client by = staff.contributor;
        ObjectNode content =
                (ObjectNode) by.get(Audit.path(now.id())).expect(200).json();
        content.put("ratingExplanation", Marker.next());
        if (state(now).equals("published") || content.has("changeType")) {
            content.put("changeType", "correction")
                    .put("changeReason", "new")
                    .put("correctionNotice", "We were wrong.");
        }
        return Write.put(by, now.id(), content, now.etag());
    }

    private static Write step(Client by, Reply now, String step, String event) {
        int version = now.json().path("version").asInt();
        String events = "/v1/audit/events?subject=" + now.id() + "&type=assessment." + event;
        return Write.step(by, now.id(), step, now.etag()).happening(reader -> (int) reader.all(events).stream()
                .filter(item -> item.path("version").asInt() == version)
                .count());
    }

    private static String state(Reply reply) {
        return reply.header("Assessment-State");
    }
}
