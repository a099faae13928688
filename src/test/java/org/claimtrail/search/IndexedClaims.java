package org.claimtrail.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.claimtrail.claims.ClaimStatus;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.claims.ClaimSummary.AgentName;
import org.claimtrail.claims.PublicClaim;

/** Claims for tests of the index alone, known by numbers. */
final class IndexedClaims {

    static final String CLAIMANT = "agent_01k98n0b00fbvtm7pa6xfaw4a5";

    private static final int DIGITS = 5;
    private static final String ID = "claim_01k98n0b00f0ns4j9rrhe%0" + DIGITS + "d";

    private IndexedClaims() {}

    static String id(int number) {
        return ID.formatted(number);
    }

    static PublicClaim claim(int number, String language, String text, String... beside) {
        return new PublicClaim(
                new ClaimSummary(
                        id(number),
                        1,
                        text,
                        language,
                        new AgentName(CLAIMANT, "speaker"),
                        null,
                        List.of(),
                        ClaimStatus.OPEN,
                        null,
                        List.of(),
                        "2025-11-05T00:00:00.000000Z"),
                List.of(beside),
                0,
                0);
    }

    /** Its number, text and ids. */
    static byte[] shown(ClaimSummary claim) {
        return (claim.id() + " " + claim.text() + " " + claim.claimant().id()).getBytes(StandardCharsets.UTF_8);
    }

    /** The numbers of those that are found, the best first. */
    static List<Integer> found(ClaimIndex index, String words) {
        return search(index, words, 0, ClaimSearch.DEEPEST).items().stream()
                .map(item -> number(item.json()))
                .toList();
    }

    /** A page of what is found. */
    static Found search(ClaimIndex index, String words, int offset, int most) {
        Query query = new WordsQuery(index.texts(), index.languages()).of(Question.of(words));
        return index.search(searcher -> new Hits().best(searcher, query, offset, most, Set.of()));
    }

    private static int number(String shown) {
        int end = shown.indexOf(' ');
        return Integer.parseInt(shown.substring(end - DIGITS, end));
    }
}
