package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bytes that enter the tree are fixed for ever. */
class LeafTest {

    private static final TypeId EVENT = TypeId.parse("event_01k98n0b00e47bc977yjdsw90n");
    private static final TypeId CLAIM = TypeId.parse("claim_01k98n0b00enm8146esfsye80v");
    private static final String COMMITMENT = "sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void has_sorted_keys_and_six_fraction_digits() {
        String leaf = leaf("2025-11-04T09:00:00.123456Z", "event_01k98n0b00e9saqbfmnd3vp9vq");

        assertThat(leaf)
                .isEqualTo(
                        "{\"actor\":\"a:AbCdEf0123456789\",\"at\":\"2025-11-04T09:00:00.123456Z\",\"c\":\"" + COMMITMENT
                                + "\",\"id\":\"event_01k98n0b00e47bc977yjdsw90n\","
                                + "\"prev\":\"event_01k98n0b00e9saqbfmnd3vp9vq\",\"reason\":\"correction\","
                                + "\"subj\":\"claim_01k98n0b00enm8146esfsye80v\",\"type\":\"assessment.published\",\"v\":1,"
                                + "\"ver\":3}");
    }

    @Test
    void writes_six_fraction_digits_of_a_whole_second_too() {
        assertThat(leaf("2025-11-04T09:00:00Z", null)).contains("\"at\":\"2025-11-04T09:00:00.000000Z\"");
        assertThat(leaf("2025-11-04T09:00:00.1Z", null)).contains("\"at\":\"2025-11-04T09:00:00.100000Z\"");
    }

    @Test
    void says_null_where_there_is_no_event_before() {
        assertThat(leaf("2025-11-04T09:00:00Z", null)).contains("\"prev\":null,");
    }

    @Test
    void stays_below_eight_kibibytes() {
        String actor = "a:" + "x".repeat(Leaf.MAX_BYTES);

        assertThat(leaf("2025-11-04T09:00:00Z", null).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(8192);
        assertThatThrownBy(() -> Leaf.bytes(EVENT, event(actor, "2025-11-04T09:00:00Z"), COMMITMENT, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knows_an_enum_and_no_free_text_for_a_reason() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.text()).matches("[a-z0-9_]+");
        }
    }

    private static String leaf(String at, @Nullable String previous) {
        byte[] bytes = Leaf.bytes(EVENT, event("a:AbCdEf0123456789", at), COMMITMENT, previous);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static NewEvent event(String actor, String at) {
        return NewEvent.of(new Published(), CLAIM, 3, Reason.CORRECTION, Instant.parse(at), actor, new byte[0]);
    }

    private static final class Published implements EventType {

        @Override
        public String type() {
            return "assessment.published";
        }

        @Override
        public Audience audience() {
            return Audience.PUBLIC;
        }
    }
}
