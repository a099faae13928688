package org.claimtrail.history.kept;

import jakarta.inject.Singleton;

/** Looks for those who read what is kept in memory. */
@Singleton
class KeptLookout extends Lookout {

    private final Changes changes;
    private final KeptAnswers answers;

    KeptLookout(Cluster cluster, Changes changes, KeptAnswers answers) {
        super("lookout", cluster);
        this.changes = changes;
        this.answers = answers;
    }

    @Override
    protected void look() {
        if (!changes.look()) {
            answers.clear(); // so that nothing erased stays in memory
        }
    }
}
