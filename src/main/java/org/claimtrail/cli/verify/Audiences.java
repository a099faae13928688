package org.claimtrail.cli.verify;

import java.util.Set;

/** Who may see an event follows from its type, for the types known here. */
final class Audiences {

    private static final int EVERYONE = 0;
    private static final int STAFF = 1;
    private static final int AUDITORS = 2;

    private static final Set<String> PUBLIC = Set.of(
            "claim.created",
            "claim.edited",
            "claim.merged",
            "claim.withdrawn",
            "claim.reopened",
            "relation.created",
            "relation.edited",
            "agent.created",
            "agent.edited",
            "source.created",
            "source.edited",
            "scale.created",
            "scale.edited",
            "assessment.published",
            "assessment.retracted",
            "assessment.voided",
            "key.rotated",
            "key.retired");
    private static final Set<String> INTERNAL = Set.of(
            "assessment.drafted",
            "assessment.edited",
            "assessment.submitted",
            "assessment.returned",
            "assessment.approved",
            "assessment.assigned",
            "assessment.transferred",
            "claim.assigned",
            "claim.transferred",
            "assessment.scheduled",
            "assessment.unscheduled",
            "assessment.review_assigned",
            "comment.created",
            "comment.edited",
            "comment.erased",
            "desk.created",
            "desk.closed",
            "desk.member_added",
            "desk.member_changed",
            "desk.member_removed");
    private static final Set<String> OF_ACCESS = Set.of(
            "key.created",
            "key.renewed",
            "key.revoked",
            "evidence.opened",
            "access.refused",
            "audit.exported",
            "import.started",
            "import.received");

    private Audiences() {}

    static void compare(String place, String type, int audience, Findings findings) {
        if (PUBLIC.contains(type)) {
            findings.same(place, EVERYONE, audience);
        } else if (INTERNAL.contains(type)) {
            findings.same(place, STAFF, audience);
        } else if (OF_ACCESS.contains(type)) {
            findings.same(place, AUDITORS, audience);
        }
    }
}
