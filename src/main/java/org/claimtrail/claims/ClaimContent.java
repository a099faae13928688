package org.claimtrail.claims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * All that a claim's version says, and what may be done to it. An act gives the content of the next version; what
 * may not be done is refused here.
 */
record ClaimContent(
        NewClaim claim, ClaimStatus status, @Nullable String mergedInto) {

    private static final String STATUS = "status";
    private static final String MERGED_INTO = "mergedInto";

    /** Of a claim just recorded. */
    static ClaimContent open(NewClaim claim) {
        return new ClaimContent(claim, ClaimStatus.OPEN, null);
    }

    /** Of a version as it was committed. */
    static ClaimContent of(Version version) {
        ObjectNode stored = (ObjectNode) StoredJson.read(version.content());
        return new ClaimContent(
                StoredJson.convert(stored, NewClaim.class),
                StoredJson.convert(stored.get(STATUS), ClaimStatus.class),
                stored.path(MERGED_INTO).textValue());
    }

    ClaimContent edit(NewClaim next) {
        requireOpen("edited");
        return open(next);
    }

    ClaimContent mergeInto(TypeId target, String reason) {
        requireOpen("merged");
        return new ClaimContent(withReason(reason), ClaimStatus.MERGED, target.toString());
    }

    ClaimContent withdraw(String reason) {
        requireOpen("withdrawn");
        return new ClaimContent(withReason(reason), ClaimStatus.WITHDRAWN, null);
    }

    ClaimContent reopen(String reason) {
        if (status == ClaimStatus.OPEN) {
            throw Problem.of(ProblemType.WRONG_STATE, "The claim is open already.");
        }
        return open(withReason(reason));
    }

    boolean isOpen() {
        return status == ClaimStatus.OPEN;
    }

    /** 409 unless the claim is open. */
    void requireOpen(String act) {
        if (status != ClaimStatus.OPEN) {
            String hint = mergedInto == null ? "reopen it first" : "go to " + mergedInto + ", or reopen this one first";
            throw Problem.of(
                    ProblemType.WRONG_STATE,
                    "The claim is " + status.text() + " and cannot be " + act + ": " + hint + ".");
        }
    }

    ObjectNode tree() {
        ObjectNode tree = StoredJson.tree(claim);
        tree.put(STATUS, status.text());
        if (mergedInto != null) {
            tree.put(MERGED_INTO, mergedInto);
        }
        return tree;
    }

    /** Topics as they are compared: in lower case, each once. */
    List<String> topics() {
        return claim.about().stream()
                .map(topic -> topic.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Every text that plain words are looked for in. */
    String searchText() {
        return Stream.concat(Stream.of(claim.text()), textsBeside(claim).stream())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** The texts of a claim beside its wording. */
    static List<String> textsBeside(NewClaim claim) {
        Stream<@Nullable String> single = Stream.of(claim.interpretation(), claim.contentLocation());
        Stream<String> quotes = claim.appearances().stream()
                .map(Appearance::quote)
                .flatMap(Stream::ofNullable)
                .map(quote -> quote.exact());
        return Stream.of(single.flatMap(Stream::ofNullable), claim.about().stream(), quotes)
                .flatMap(texts -> texts)
                .toList();
    }

    private NewClaim withReason(String reason) {
        return new NewClaim(
                claim.text(),
                claim.inLanguage(),
                claim.claimant(),
                claim.statedOn(),
                claim.about(),
                claim.contentLocation(),
                claim.interpretation(),
                claim.appearances(),
                reason);
    }
}
