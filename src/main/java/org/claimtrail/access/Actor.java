package org.claimtrail.access;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param pseudonym stands in the audit log in place of the name; one for each person, over all their keys
 * @param agent the agent record that is this person, where there is one
 * @param seesConfidential whether what others sealed may be opened for them
 */
public record Actor(String pseudonym, @Nullable String agent, boolean seesConfidential) {

    /** How published content names the person: by their agent record, or else by the pseudonym. */
    public String byline() {
        return agent == null ? pseudonym : agent;
    }
}
