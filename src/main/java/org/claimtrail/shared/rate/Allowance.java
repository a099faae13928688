package org.claimtrail.shared.rate;

/**
 * What a caller has left.
 *
 * @param quota requests a minute
 * @param reset seconds until all of them are there again
 * @param pause seconds until the next one is, when none is left
 */
record Allowance(int quota, boolean granted, long left, long reset, long pause) {

    /** The field {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-10. */
    String limit(String policy) {
        return "\"" + policy + "\";r=" + left + ";t=" + reset;
    }

    /** The field {@code RateLimit-Policy} of the same draft. */
    String policy(String policy) {
        return "\"" + policy + "\";q=" + quota + ";w=60";
    }
}
