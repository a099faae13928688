package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one claim is to another: {@code from} is this to {@code to}. */
public enum RelationType {
    /** The two say the same. */
    @JsonProperty("sameAs")
    SAME_AS,
    /** From says more than to, and contains it. */
    @JsonProperty("broader")
    BROADER,
    /** From says less than to, and is contained in it. */
    @JsonProperty("narrower")
    NARROWER,
    /** From says again what to said first. */
    @JsonProperty("repeats")
    REPEATS,
    /** The two cannot both be true. */
    @JsonProperty("contradicts")
    CONTRADICTS,
    /** From was made in answer to to. */
    @JsonProperty("respondsTo")
    RESPONDS_TO,
    /** From is to in another language. */
    @JsonProperty("translationOf")
    TRANSLATION_OF,
    /** From is one statement of the several that to makes. */
    @JsonProperty("partOf")
    PART_OF,
    /** From is newer and takes the place of to. */
    @JsonProperty("updates")
    UPDATES
}
