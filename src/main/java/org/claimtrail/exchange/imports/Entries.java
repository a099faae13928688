package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.claimtrail.assessments.Assessments;
import org.claimtrail.assessments.NewAssessment;
import org.claimtrail.exchange.LocalNames;
import org.claimtrail.exchange.NewRecords;
import org.claimtrail.shared.http.CheckedJson;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.Place;

/** Reads lines: as strictly as a request, with ids in the place of names. */
@ApplicationScoped
class Entries {

    private static final String CONTENT = "/content";

    /** Where references may be by name. */
    private static final Set<String> WITH_NAMES = Set.of("content", "claim");

    private final CheckedJson json;
    private final NewRecords records;
    private final Assessments assessments;

    Entries(CheckedJson json, NewRecords records, Assessments assessments) {
        this.json = json;
        this.records = records;
        this.assessments = assessments;
    }

    /** @throws Refused what a request would have been refused with */
    Entry read(Lines.Line line, LocalNames names) {
        JsonNode tree = MissingNode.getInstance();
        List<LocalNames.Reference> references = new ArrayList<>();
        try {
            line.requireShort();
            tree = json.tree(line.bytes());
            if (tree instanceof ObjectNode object) {
                WITH_NAMES.forEach(field -> resolve(object, field, names, references));
            }
            ImportLine read = json.value(tree, ImportLine.class);
            Set<String> mentioned = new HashSet<>(TypeId.namedIn(line.bytes()));
            references.forEach(reference -> mentioned.add(reference.id()));
            TypeId id = names.id(read.kind(), read.name());
            return new Entry(line.number(), read.kind(), read.name(), id, draft(read), references, mentioned);
        } catch (Problem problem) {
            throw new Refused(Refusal.of(line.number(), tree, problem, references));
        }
    }

    private static void resolve(
            ObjectNode line, String field, LocalNames names, List<LocalNames.Reference> references) {
        if (line.has(field)) {
            line.set(field, names.resolve(line.get(field), Place.ROOT.of(field), references::add));
        }
    }

    private NewRecords.Draft draft(ImportLine line) {
        try {
            if (!line.kind().equals(ImportLine.ASSESSMENT)) {
                return records.read(line.kind(), line.content());
            }
            NewAssessment content = json.value(line.content(), NewAssessment.class);
            TypeId claim = TypeId.parse(Objects.requireNonNull(line.claim()));
            return (by, id) -> assessments.draft(by, id, claim, content).version();
        } catch (Problem problem) {
            throw inContent(problem);
        }
    }

    /** The same with pointers that begin at the line. */
    static Problem inContent(Problem problem) {
        boolean beginsWithPointer = problem.detail().startsWith("/");
        Problem placed = Problem.of(problem.type(), (beginsWithPointer ? CONTENT : "") + problem.detail());
        problem.errors()
                .forEach(error -> placed.at(
                        CONTENT + Objects.requireNonNullElse(error.pointer(), ""), error.code(), error.message()));
        return placed;
    }

    /** A line cannot be recorded. */
    static final class Refused extends RuntimeException {

        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.detail(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
