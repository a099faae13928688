package org.claimtrail.assessments;

import java.util.List;
import org.claimtrail.history.Version;

/**
 * Entity tags of assessments. While a version is unpublished its state is part of what staff see, so the tag names it;
 * a reader who sees the confidential evidence sees other bytes under another tag.
 */
final class Tag {

    private Tag() {}

    static String of(Version version, State state) {
        return version.isPublished() ? version.tag() : version.tag() + "-" + state.text();
    }

    /** Whatever of the confidential evidence somebody saw, and who opens it sees more from then on: the version is the same. */
    static List<String> all(Version version, State state) {
        String tag = of(version, state);
        return List.of(tag, full(tag), own(tag));
    }

    /** With all of the confidential evidence. */
    static String full(String tag) {
        return tag + "-full";
    }

    /** With that part of the confidential evidence which the reader sealed. */
    static String own(String tag) {
        return tag + "-own";
    }
}
