package org.claimtrail.shared.http;

import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** Ids in paths: what is no id of the right kind names nothing, so the answer is 404. */
public final class PathIds {

    private PathIds() {}

    /**
     * The id in a path segment.
     *
     * @throws Problem 404 when the text is no id of this kind
     */
    public static TypeId parse(Kind kind, String text) {
        return TypeId.tryParse(text)
                .filter(id -> id.kind() == kind)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is nothing here: the id in the address is not one that begins with " + kind.prefix()
                                + "_."));
    }
}
