package org.claimtrail.audit;

/** Who has to know that this node has committed an event, before anyone is told of it. A port. */
public interface OnCommit {

    /** It is committed; called by the thread that has done it, which is not to wait. */
    void committed();
}
