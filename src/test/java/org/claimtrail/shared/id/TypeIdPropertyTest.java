package org.claimtrail.shared.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TypeIdPropertyTest {

    @Property
    void every_uuid_reads_back(@ForAll long high, @ForAll long low, @ForAll Kind kind) {
        TypeId id = new TypeId(kind, new UUID(high, low));

        assertThat(TypeId.parse(id.toString())).isEqualTo(id);
    }

    @Property
    void text_sorts_as_the_128_bits_do(@ForAll long high1, @ForAll long low1, @ForAll long high2, @ForAll long low2) {
        TypeId one = new TypeId(Kind.CLAIM, new UUID(high1, low1));
        TypeId two = new TypeId(Kind.CLAIM, new UUID(high2, low2));

        int high = Long.compareUnsigned(high1, high2);
        int bits = high != 0 ? high : Long.compareUnsigned(low1, low2);

        assertThat(Integer.signum(one.compareTo(two))).isEqualTo(Integer.signum(bits));
    }

    @Property
    void any_text_is_refused_or_written_back_unchanged(@ForAll String suffix) {
        String text = "claim_" + suffix;

        assertThat(TypeId.tryParse(text).map(TypeId::toString).orElse(text)).isEqualTo(text);
    }

    @Property
    void an_instant_comes_before_the_ids_that_are_made_at_it_and_behind_those_before(
            @ForAll long high, @ForAll long low, @ForAll Kind kind) {
        TypeId id = new TypeId(kind, new UUID(high, low));

        assertThat(TypeId.firstAt(kind, id.madeAt())).isLessThanOrEqualTo(id);
        Assume.that(id.madeAt().isBefore(Instant.ofEpochMilli((1L << 48) - 1)));
        assertThat(TypeId.firstAt(kind, id.madeAt().plusMillis(1))).isGreaterThan(id);
    }
}
