package org.claimtrail.cli.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workflow of one assessment, played again event by event. */
final class Workflow {

    static final String PUBLISHED = "assessment.published";
    private static final String DRAFTED = "assessment.drafted";
    private static final String EDITED = "assessment.edited";
    private static final String SCHEDULED = "assessment.scheduled";
    private static final String UNSCHEDULED = "assessment.unscheduled";
    private static final String REVIEW_ASSIGNED = "assessment.review_assigned";
    private static final String DRAFT = "DRAFT";
    private static final String IN_REVIEW = "IN_REVIEW";
    private static final String APPROVED = "APPROVED";

    /** The state that a step needs. */
    private static final Map<String, String> FROM = Map.of(
            "assessment.submitted",
            DRAFT,
            "assessment.returned",
            IN_REVIEW,
            "assessment.approved",
            IN_REVIEW,
            SCHEDULED,
            APPROVED,
            UNSCHEDULED,
            APPROVED,
            PUBLISHED,
            APPROVED);

    private final Findings findings;
    private final List<Version> versions = new ArrayList<>();
    private int published;

    private Workflow(Findings findings) {
        this.findings = findings;
    }

    static boolean isDraft(String type) {
        return type.equals(DRAFTED) || type.equals(EDITED);
    }

    /** Whether an event of this type that writes a version shows it to readers: they never see comments. */
    static boolean shows(String type) {
        return !isDraft(type) && !type.startsWith("comment.");
    }

    /** A version and where it stands. */
    static final class Version {

        final Life life;
        String state = DRAFT;
        Set<String> authors = new LinkedHashSet<>();

        @Nullable
        String approver;

        @Nullable
        String publishAt;

        @Nullable
        String scheduledBy;

        @Nullable
        String assignee;

        @Nullable
        String due;

        boolean approverKnown = true;
        boolean returned;
        LeafEvent step;

        Version(Life life) {
            this.life = life;
            this.step = life.written.leaf();
            authors.add(step.actor());
        }

        /** Who writes on it cannot review it any more. */
        void takeReviewOf(Version replaced) {
            due = replaced.due;
            assignee = authors.contains(String.valueOf(replaced.assignee)) ? null : replaced.assignee;
        }

        void supersede() {
            state = "SUPERSEDED";
            schedule(null, null);
        }

        void schedule(@Nullable String at, @Nullable String by) {
            publishAt = at;
            scheduledBy = by;
        }
    }

    /** Plays the events; the lives are those of the same events. */
    static Workflow of(List<StoredEvent> events, List<Life> lives, Findings findings) {
        Workflow workflow = new Workflow(findings);
        for (StoredEvent event : events) {
            int n = event.leaf().version();
            if (n == workflow.versions.size() + 1 && n <= lives.size()) {
                workflow.write(new Version(lives.get(n - 1)));
            } else if (n > 0 && n == workflow.versions.size()) {
                workflow.step(event, workflow.versions.get(n - 1));
            }
        }
        return workflow;
    }

    List<Version> versions() {
        return versions;
    }

    /** The number of the version that readers see; 0 while they see none. */
    int published() {
        return published;
    }

    private void write(Version next) {
        Version head = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        String type = next.life.written.leaf().type();
        versions.add(next);
        if (!isDraft(type)) {
            end(next, head, type);
        } else if (head != null && !isShown(head)) {
            Set<String> authors = new LinkedHashSet<>(head.authors);
            authors.addAll(next.authors);
            next.authors = authors;
            next.takeReviewOf(head);
            head.supersede();
        }
    }

    private void end(Version next, @Nullable Version head, String type) {
        if (head != null) {
            head.supersede();
        }
        show(next);
        next.state = type.equals("assessment.voided") ? "VOIDED" : "RETRACTED";
        next.approver = next.life.written.text("author");
        next.approverKnown = !next.life.written.isErased();
    }

    private void step(StoredEvent event, Version version) {
        String type = event.leaf().type();
        String from = FROM.get(type);
        if (from == null) {
            if (type.equals(REVIEW_ASSIGNED)) {
                version.assignee = event.text("assignee");
                version.due = event.text("due");
            }
            return; // it changes no state
        }
        if (!from.equals(version.state)) {
            findings.problem(event.id(), type + " of a version that is " + version.state);
        }
        version.step = event.leaf();
        switch (type) {
            case "assessment.submitted" -> {
                version.state = IN_REVIEW;
                version.returned = false;
            }
            case "assessment.returned" -> {
                version.state = DRAFT;
                version.returned = true;
            }
            case "assessment.approved" -> approve(event, version);
            case SCHEDULED ->
                version.schedule(event.text("publishAt"), event.leaf().actor());
            case UNSCHEDULED -> version.schedule(null, null);
            default -> show(version);
        }
    }

    private void approve(StoredEvent event, Version version) {
        version.state = APPROVED;
        version.approver = event.text("by");
        version.approverKnown = !event.isErased();
        boolean own = version.authors.contains(event.leaf().actor());
        if (own && !event.leaf().reason().equals("four_eyes_off")) {
            findings.problem(event.id(), "approved by an author of the version, and the event does not say so");
        }
    }

    private void show(Version version) {
        if (published > 0) {
            versions.get(published - 1).state = "SUPERSEDED";
        }
        version.schedule(null, null);
        version.state = "PUBLISHED";
        published = version.life.n;
    }

    private static boolean isShown(Version version) {
        // As it was when the further version was written: a version that is shown never is a draft again.
        return Objects.equals(version.state, "PUBLISHED")
                || version.state.equals("RETRACTED")
                || version.state.equals("VOIDED");
    }
}
