package org.claimtrail.audit;

/**
 * What kind of thing happened. Every feature has its own enum of these; the text is part of the leaf and never
 * changes its meaning.
 */
public interface EventType {

    /** Lower case, dotted: {@code assessment.published}. */
    String type();

    /** Who may see the event in the list of events. */
    Audience audience();
}
