package org.claimtrail.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0",
        "192.0.2.0/24, 192.0.2.255",
        "192.0.2.128/25, 192.0.2.200",
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7/32, 192.0.2.7",
        "0.0.0.0/0, 203.0.113.9",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::1, 2001:DB8:0:0:0:0:0:1",
        "fe80::/10, fe80::1%eth0",
        "::/0, 2001:db8::1",
        "192.0.2.0/24, ::ffff:192.0.2.9"
    })
    void holds_what_is_in_it(String range, String address) {
        assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.3.0",
        "192.0.2.0/24, 192.0.1.255",
        "192.0.2.128/25, 192.0.2.127",
        "192.0.2.7, 192.0.2.8",
        "0.0.0.0/0, 2001:db8::1",
        "::/0, 192.0.2.1",
        "2001:db8::/33, 2001:db8:8000::1",
        "192.0.2.0/24, ''",
        "192.0.2.0/24, localhost"
    })
    void holds_nothing_else(String range, String address) {
        assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/24",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/024",
                "192.0.2.1/24",
                "192.0.2/24",
                "192.0.2.256/32",
                "2001:db8::/129",
                "2001:db8::1/64",
                "localhost",
                "example.org/24",
                "192.0.2.0/24 ",
                "192.0.2.0/2x"
            })
    void is_no_range(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void keeps_how_it_was_written() {
        assertThat(AddressRange.parse("2001:DB8::/32").orElseThrow().text()).isEqualTo("2001:DB8::/32");
    }
}
