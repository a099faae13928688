package org.claimtrail.shared.who;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of desks as a table of decisions. */
class RightsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // key, member as, drafts, confidential, writes, edits
                "nobody,      -,           false, false, false, false",
                "contributor, -,           false, false, false, false",
                "contributor, CONTRIBUTOR, true,  false, true,  false",
                "contributor, EDITOR,      true,  false, true,  false",
                "editor,      -,           false, false, false, false",
                "editor,      CONTRIBUTOR, true,  false, true,  false",
                "editor,      EDITOR,      true,  true,  true,  true",
                "auditor,     -,           true,  true,  false, false",
                "auditor,     CONTRIBUTOR, true,  true,  false, false",
                "auditor,     EDITOR,      true,  true,  false, false",
                "admin,       -,           true,  true,  true,  true",
                "admin,       CONTRIBUTOR, true,  true,  true,  true"
            })
    void needs_the_key_and_the_membership(
            String key, @Nullable DeskRole membership, boolean drafts, boolean secrets, boolean writes, boolean edits) {
        Rights rights = Rights.onDesk(permissions(key), membership);

        assertThat(rights).isEqualTo(new Rights(drafts, secrets, writes, edits));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody,      false, false, false, false",
        "contributor, true,  false, true,  false",
        "editor,      true,  true,  true,  true",
        "auditor,     true,  true,  false, false",
        "admin,       true,  true,  true,  true"
    })
    void asks_the_key_alone_where_there_is_no_desk(
            String key, boolean drafts, boolean secrets, boolean writes, boolean edits) {
        assertThat(Rights.withoutDesk(permissions(key))).isEqualTo(new Rights(drafts, secrets, writes, edits));
    }

    @Test
    void lets_everyone_refer_to_what_they_see() {
        Rights none = new Rights(false, false, false, false);

        assertThat(none.allow(Right.READ)).isTrue();
        assertThat(none.allow(Right.WRITE)).isFalse();
        assertThat(none.allow(Right.EDIT)).isFalse();
    }

    /** As the roles of keys have them; this package does not know those. */
    private static Set<String> permissions(String key) {
        return switch (key) {
            case "contributor" -> Set.of(Permission.WRITE, Permission.READ_DRAFTS);
            case "editor" ->
                Set.of(Permission.WRITE, Permission.EDIT, Permission.READ_DRAFTS, Permission.READ_CONFIDENTIAL);
            case "auditor" ->
                Set.of(
                        Permission.READ_DRAFTS,
                        Permission.READ_CONFIDENTIAL,
                        Permission.READ_KEYS,
                        Permission.READ_DESKS);
            case "admin" ->
                Set.of(
                        Permission.WRITE,
                        Permission.EDIT,
                        Permission.ADMINISTER,
                        Permission.READ_DRAFTS,
                        Permission.READ_CONFIDENTIAL,
                        Permission.READ_KEYS,
                        Permission.READ_DESKS);
            default -> Set.of();
        };
    }
}
