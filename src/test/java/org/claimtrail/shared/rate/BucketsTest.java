package org.claimtrail.shared.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final class Hands implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void turn(Duration by) {
            nanos += by.toNanos();
        }
    }

    private final Hands time = new Hands();
    private final Buckets buckets = new Buckets(50, time);

    @Test
    void grants_the_quota_and_says_when_the_next_one_is_there() {
        for (int i = 9; i >= 0; i--) {
            assertThat(buckets.take("a", 10))
                    .extracting(Allowance::granted, Allowance::left)
                    .containsExactly(true, (long) i);
        }

        Allowance refused = buckets.take("a", 10);

        assertThat(refused).isEqualTo(new Allowance(10, false, 0, 60, 6));
        assertThat(buckets.take("b", 10).granted()).as("another caller").isTrue();
        time.turn(Duration.ofSeconds(6));
        assertThat(buckets.take("a", 10).granted()).isTrue();
        assertThat(buckets.take("a", 10).granted()).isFalse();
    }

    @Test
    void writes_the_fields_of_the_draft() {
        Allowance allowance = buckets.take("a", 10);

        assertThat(allowance.limit("person")).isEqualTo("\"person\";r=9;t=6");
        assertThat(allowance.policy("person")).isEqualTo("\"person\";q=10;w=60");
    }

    @Test
    void remembers_no_more_callers_than_it_may() {
        for (int i = 0; i < 10_000; i++) {
            buckets.take("caller " + i, 10);
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(50);
    }

    @Test
    void counts_a_network_of_IPv6_as_one_and_all_that_is_no_address_as_one() {
        assertThat(ClientAddress.network("2001:db8:1:2::1"))
                .isEqualTo(ClientAddress.network("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
        assertThat(ClientAddress.network("::ffff:192.0.2.1")).isEqualTo(ClientAddress.network("192.0.2.1"));
        assertThat(ClientAddress.network("made up")).isEqualTo(ClientAddress.network("another"));
    }
}
