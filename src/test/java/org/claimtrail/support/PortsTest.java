package org.claimtrail.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final int MORE_THAN_A_BLOCK = 150;

    @Test
    void no_port_is_given_twice_to_whoever_asks_in_the_same_moment() {
        Ports here = new Ports();
        Ports elsewhere = new Ports();
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_BLOCK; i++) {
            given.add(here.next());
            given.add(elsewhere.next());
        }
        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void the_system_gives_none_of_them_to_a_connection() {
        assertThat(new Ports().next()).isBetween(10_000, 16_000);
    }

    @Test
    void what_is_taken_already_is_passed_over() throws IOException {
        Ports ports = new Ports();
        int next = ports.next() + 1;
        try (ServerSocket taken = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.next()).isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void a_block_is_held() {
        int port = new Ports().next();
        int first = port - port % 100;
        assertThatThrownBy(() -> new ServerSocket(first, 1, InetAddress.getLoopbackAddress()).close())
                .isInstanceOf(IOException.class);
    }
}
