package org.claimtrail.shared.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suffixes from the published cases of the TypeID specification 0.3; the prefixes are ours, since the set is closed. */
class TypeIdTest {

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000, 00000000-0000-0000-0000-000000000000",
        "00000000000000000000000001, 00000000-0000-0000-0000-000000000001",
        "0000000000000000000000000a, 00000000-0000-0000-0000-00000000000a",
        "0000000000000000000000000g, 00000000-0000-0000-0000-000000000010",
        "00000000000000000000000010, 00000000-0000-0000-0000-000000000020",
        "7zzzzzzzzzzzzzzzzzzzzzzzzz, ffffffff-ffff-ffff-ffff-ffffffffffff",
        "0123456789abcdefghjkmnpqrs, 0110c853-1d09-52d8-d73e-1194e95b5f19",
        "01h455vb4pex5vsknk084sn02q, 01890a5d-ac96-774b-bcce-b302099a8057",
    })
    void reads_and_writes_the_published_suffixes(String suffix, UUID uuid) {
        TypeId id = new TypeId(Kind.CLAIM, uuid);

        assertThat(id).hasToString("claim_" + suffix);
        assertThat(TypeId.parse("claim_" + suffix)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "claim",
                "claim_",
                "00000000000000000000000000",
                "_00000000000000000000000000",
                "_claim_00000000000000000000000000",
                "claim__00000000000000000000000000",
                "CLAIM_00000000000000000000000000",
                "Claim_00000000000000000000000000",
                "  claim_00000000000000000000000000",
                "claim_00000000000000000000000000 ",
                "claim-00000000000000000000000000",
                "cla.im_00000000000000000000000000",
                "cläim_00000000000000000000000000",
                "other_00000000000000000000000000",
                "claim_1234567890123456789012345",
                "claim_123456789012345678901234567",
                "claim_1234567890123456789012345 ",
                "claim_0123456789ABCDEFGHJKMNPQRS",
                "claim_123456789-123456789-123456",
                "claim_ooooooiiiiiiuuuuuuulllllll",
                "claim_i23456789ol23456789oi23456",
                "claim_123456789-0123456789-0123456",
                "claim_8zzzzzzzzzzzzzzzzzzzzzzzzz",
                "claim_zzzzzzzzzzzzzzzzzzzzzzzzzz",
                "claim_0000000000000000000000000é",
                "claim_0000000000000000000000000\u0660",
                "claim_ 0000000000000000000000000",
                "claim_/0000000000000000000000000",
            })
    void refuses_what_is_no_id(String text) {
        assertThat(TypeId.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypeId.parse(text))
                .withMessageContaining(text);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_ids_that_read_back(Kind kind) {
        TypeId id = TypeId.next(kind);

        assertThat(id.toString()).matches(kind.prefix() + "_[0-7][0-9a-hjkmnp-tv-z]{25}");
        assertThat(TypeId.parse(id.toString())).isEqualTo(id);
        assertThat(id.uuid().version()).isEqualTo(7);
        assertThat(id.uuid().variant()).isEqualTo(2);
    }

    @Test
    void an_id_is_of_its_own_kind_only() {
        String claim = TypeId.next(Kind.CLAIM).toString();

        assertThat(TypeId.is(Kind.CLAIM, claim)).isTrue();
        assertThat(TypeId.is(Kind.AGENT, claim)).isFalse();
        assertThat(TypeId.is(Kind.CLAIM, "claim_")).isFalse();
    }

    @Test
    void later_ids_are_greater() {
        List<TypeId> ids =
                Stream.generate(() -> TypeId.next(Kind.EVENT)).limit(100_000).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void is_its_text_in_json() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        TypeId id = TypeId.next(Kind.SOURCE);

        String json = mapper.writeValueAsString(id);

        assertThat(json).isEqualTo("\"" + id + "\"");
        assertThat(mapper.readValue(json, TypeId.class)).isEqualTo(id);
    }

    @Test
    void stands_behind_another_one_also_when_the_clock_was_set_back() {
        TypeId now = TypeId.next(Kind.EVENT);
        long future = now.uuid().getMostSignificantBits() + (7_200_000L << 16);
        TypeId later = new TypeId(Kind.EVENT, new UUID(future, -1L >>> 1));

        assertThat(TypeId.behind(now)).isGreaterThan(now);
        assertThat(TypeId.behind(later)).isGreaterThan(later);
        assertThat(TypeId.behind(later).uuid().version()).isEqualTo(7);
        assertThat(TypeId.behind(later).uuid().variant()).isEqualTo(2);
        assertThat(TypeId.behind(later)).isNotEqualTo(TypeId.behind(later));
    }

    @Test
    void an_instant_that_no_id_can_tell_comes_before_all_ids_or_behind_those_of_the_last_that_one_can() {
        assertThat(TypeId.firstAt(Kind.EVENT, Instant.MIN)).hasToString("event_00000000000000000000000000");
        assertThat(TypeId.firstAt(Kind.EVENT, Instant.MAX).madeAt()).isEqualTo("+10889-08-02T05:31:50.655Z");
    }
}
