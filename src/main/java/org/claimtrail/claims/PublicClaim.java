package org.claimtrail.claims;

import java.util.List;

/**
 * A claim that everyone may see.
 *
 * @param texts that plain words are looked for in, beside the claim's own: its meaning, place, topics and quotes
 * @param statedFrom the first day on which it can have been stated, in days since 1970; behind all others where nothing is known
 * @param statedUntil the last such day
 */
public record PublicClaim(ClaimSummary summary, List<String> texts, int statedFrom, int statedUntil) {}
