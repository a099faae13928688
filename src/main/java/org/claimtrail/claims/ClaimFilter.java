package org.claimtrail.claims;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which claims are wanted, wherever claims are asked for. Values are checked when they are asked for: 400 for what is none. */
public class ClaimFilter {

    @QueryParam("claimant")
    @Parameter(description = "Only claims of this agent.")
    @Nullable
    String claimant;

    @QueryParam("topic")
    @Parameter(description = "Only claims about this topic, in any case.", example = "abductions")
    @Nullable
    String topic;

    @QueryParam("language")
    @Parameter(
            description = "Only claims in this language; `en` finds `en-GB` too (RFC 4647, basic filtering).",
            example = "en")
    @Nullable
    String language;

    @QueryParam("status")
    @Parameter(description = "Only claims in this status.")
    @Nullable
    ClaimStatus status;

    @QueryParam("verdict")
    @Parameter(description = "Only claims with a published rating of this code that stands.", example = "unproven")
    @Nullable
    String verdict;

    @QueryParam("assessor")
    @Parameter(description = "Only claims that this agent has published an assessment of.")
    @Nullable
    String assessor;

    @QueryParam("statedOn")
    @Parameter(description = "Only claims whose date overlaps this EDTF date or interval.", example = "2024/2025")
    @Nullable
    String statedOn;

    public Optional<String> claimant() {
        return agent("claimant", claimant);
    }

    /** In lower case, as topics are compared. */
    public Optional<String> topic() {
        return Optional.ofNullable(topic).map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** A range by RFC 4647. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public Optional<ClaimStatus> status() {
        return Optional.ofNullable(status);
    }

    /** The code of a rating. */
    public Optional<String> verdict() {
        return Optional.ofNullable(verdict);
    }

    public Optional<String> assessor() {
        return agent("assessor", assessor);
    }

    /** The days of which one has to be among those on which it can have been stated. */
    public Optional<DayRange> statedOn() {
        try {
            return Optional.ofNullable(statedOn).map(DayRange::of);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("statedOn", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> agent(String name, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(id -> Params.id(Kind.AGENT, name, id))
                .map(TypeId::toString);
    }
}
