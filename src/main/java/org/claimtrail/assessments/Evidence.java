package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrail.access.Actor;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;

/**
 * What the public sees in the place of confidential evidence: that it is withheld, why, and a commitment to it. Every
 * sealed part names who sealed it, since that person may open it again, and by writing on the same assessment nobody else
 * comes to.
 */
final class Evidence {

    private static final String SEALED_BY = "sealedBy";
    private static final String COMMITMENT = "commitment";

    private final Actor by;
    private final boolean opensAll;
    private final List<ConfidentialPart> earlier;
    private final List<ConfidentialPart> parts = new ArrayList<>();

    /**
     * @param opensAll whether the author may open what others sealed
     * @param earlier parts sealed for the version before; one that has not changed keeps its commitment
     */
    Evidence(Actor by, boolean opensAll, List<ConfidentialPart> earlier) {
        this.by = by;
        this.opensAll = opensAll;
        this.earlier = earlier;
    }

    /** What the content commits to, in its order there. */
    List<ConfidentialPart> parts() {
        return List.copyOf(parts);
    }

    /** Puts commitments in the place of confidential evidence. */
    ArrayNode conceal(JsonNode evidence) {
        ArrayNode shown = StoredJson.array();
        for (int i = 0; i < evidence.size(); i++) {
            ObjectNode item = (ObjectNode) evidence.get(i);
            String commitment = item.path(COMMITMENT).asText();
            item.remove(COMMITMENT);
            if (item.path("withheld").asBoolean()) {
                shown.add(withheld(kept(commitment, i)));
            } else if (item.path("confidential").asBoolean()) {
                shown.add(withheld(sealed(item)));
            } else {
                shown.add(item);
            }
        }
        return shown;
    }

    /** Whether a sealed part is opened for this person: for who sealed it, and for who may see all. */
    static boolean isOpenTo(String pseudonym, boolean seesConfidential, ConfidentialPart part) {
        return seesConfidential
                || StoredJson.read(part.content()).path(SEALED_BY).asText().equals(pseudonym);
    }

    /**
     * The same part again when nothing changed; but not for who may not open it, or the commitment would tell them that
     * a guess is right.
     */
    private ConfidentialPart sealed(ObjectNode item) {
        Optional<ConfidentialPart> same = earlier.stream()
                .filter(part -> isOpenTo(by.pseudonym(), opensAll, part))
                .filter(part -> unsigned(part).equals(item))
                .findFirst();
        return same.orElseGet(
                () -> ConfidentialPart.seal(CanonicalJson.bytes(item.deepCopy().put(SEALED_BY, by.pseudonym()))));
    }

    private static JsonNode unsigned(ConfidentialPart part) {
        ObjectNode content = (ObjectNode) StoredJson.read(part.content());
        content.remove(SEALED_BY);
        return content;
    }

    private ConfidentialPart kept(String commitment, int index) {
        return earlier.stream()
                .filter(part -> part.commitment().equals(commitment))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemType.INVALID, "The version before has no withheld evidence of this commitment.")
                        .at(
                                "/evidence/" + index + "/commitment",
                                "unknown_commitment",
                                "Send back the commitment that you read, or leave the evidence out."));
    }

    private ObjectNode withheld(ConfidentialPart part) {
        parts.add(part);
        String reason = StoredJson.read(part.content()).path("withheldReason").asText();
        return StoredJson.object()
                .put("withheld", true)
                .put("withheldReason", reason)
                .put(COMMITMENT, part.commitment());
    }
}
