package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.claimtrail.access.Actor;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * What a version says, checked against what was published before it: the rules of the change types. Makes the public
 * content, and seals the confidential evidence that it commits to.
 *
 * @param published the version that readers see, empty before the first
 */
record Judgement(TypeId claim, NewAssessment input, Scales.Pinned pinned, Optional<Published> published) {

    Judgement {
        if (published.isEmpty()) {
            refuseChange(input);
        } else {
            requireChange(input, pinned, published.get());
        }
    }

    @Nullable
    ChangeType changeType() {
        return input.changeType();
    }

    /** The public content, which commits to the confidential evidence that is sealed on the way. */
    ObjectNode content(Actor by, Evidence evidence) {
        ObjectNode content = StoredJson.tree(input);
        content.put("claim", claim.toString());
        content.put("author", by.byline());
        content.put("scaleVersion", pinned.version());
        content.set("verdict", StoredJson.tree(pinned.rating().verdict()));
        content.set("evidence", evidence.conceal(content.path("evidence")));
        published.ifPresent(before -> {
            content.put("previousVersion", before.version());
            content.put("previousRating", before.rating());
        });
        return content;
    }

    private static void refuseChange(NewAssessment input) {
        Problem problem = Problem.of(
                ProblemType.INVALID, "Nothing is published yet, so there is nothing that this version changes.");
        refuse(problem, "/changeType", input.changeType());
        refuse(problem, "/changeReason", input.changeReason());
        refuse(problem, "/correctionNotice", input.correctionNotice());
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static void refuse(Problem problem, String pointer, @Nullable Object value) {
        if (value != null) {
            problem.at(pointer, "not_allowed", "Leave it out until a version is published.");
        }
    }

    private static void requireChange(NewAssessment input, Scales.Pinned pinned, Published before) {
        Problem problem =
                Problem.of(ProblemType.INVALID, "A version is published: say what kind of change this is, and why.");
        ChangeType type = input.changeType();
        if (type == null || type.endsVerdict()) {
            problem.at(
                    "/changeType",
                    "required",
                    "Expected minor, update, clarification or correction."
                            + " To retract or void, use the step of that name.");
        } else {
            requireRating(problem, type, pinned, before);
            requireDays(problem, type, input, before);
            requireNotice(problem, type, input.correctionNotice(), before.ended());
        }
        if (input.changeReason() == null || input.changeReason().isBlank()) {
            problem.at("/changeReason", "required", "Say why the assessment changes.");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static void requireRating(Problem problem, ChangeType type, Scales.Pinned pinned, Published before) {
        boolean same = pinned.rating().code().equals(before.rating())
                && pinned.scale().toString().equals(before.scale())
                && pinned.rating().verdict().means(before.verdict());
        if (type.keepsRating() && !same) {
            problem.at(
                    "/rating",
                    "rating_changed",
                    "A " + type.text() + " keeps the rating “" + before.rating()
                            + "”, and what it means: version " + before.scaleVersion()
                            + " of the scale. A change of rating is an update or a correction.");
        }
    }

    /** For which days it holds is part of what a verdict says. */
    private static void requireDays(Problem problem, ChangeType type, NewAssessment input, Published before) {
        Validity days = new Validity(input.validFrom(), input.validTo());
        if (type.keepsRating() && !days.equals(before.days())) {
            problem.at(
                    Objects.equals(days.from(), before.days().from()) ? "/validTo" : "/validFrom",
                    "days_changed",
                    "A " + type.text() + " keeps the days for which the verdict holds. A change of them is an update or"
                            + " a correction.");
        }
    }

    private static void requireNotice(Problem problem, ChangeType type, @Nullable String notice, boolean ended) {
        boolean given = notice != null && !notice.isBlank();
        if (ended && type.keepsRating()) {
            problem.at(
                    "/changeType",
                    "verdict_ended",
                    "The verdict was withdrawn. What puts one in its place is an update or" + " a correction.");
        }
        if ((type.needsNotice() || ended) && !given) {
            problem.at("/correctionNotice", "required", "A " + type.text() + " needs a notice that readers see.");
        }
        if (type == ChangeType.MINOR && given) {
            problem.at("/correctionNotice", "not_allowed", "A minor change has no notice. Is it a clarification?");
        }
    }

    /** What readers saw before. */
    record Published(
            int version,
            String scale,
            int scaleVersion,
            String rating,
            Normalised verdict,
            Validity days,
            boolean ended) {

        static Published of(Version version) {
            JsonNode content = StoredJson.read(version.content());
            return new Published(
                    version.n(),
                    content.path("scale").asText(),
                    content.path("scaleVersion").asInt(),
                    content.path("rating").asText(),
                    StoredJson.convert(content.path("verdict"), Normalised.class),
                    Validity.of(content),
                    ChangeType.endsVerdict(content.path("changeType").asText()));
        }
    }
}
