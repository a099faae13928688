package org.claimtrail.shared.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word counts for where a request comes from. */
class ClientAddressTest {

    private static final String PROXY = "10.0.0.1";

    private final ClientAddress addresses = new ClientAddress(true, false);
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-Trusted-Proxy", "true");

    @Test
    void takes_what_the_proxy_appended_and_not_what_the_caller_said() {
        headers.add("X-Forwarded-For", "192.0.2.1, 198.51.100.7");

        assertThat(addresses.of(request("192.0.2.1"))).isEqualTo("198.51.100.7");
    }

    @Test
    void takes_the_last_element_of_the_last_line() {
        headers.add("X-Forwarded-For", "192.0.2.1, 192.0.2.2").add("X-Forwarded-For", "192.0.2.3,198.51.100.7");

        assertThat(addresses.of(request("192.0.2.1"))).isEqualTo("198.51.100.7");
    }

    @Test
    void takes_the_only_element_where_the_proxy_sets_it() {
        headers.add("X-Forwarded-For", "198.51.100.7");

        assertThat(addresses.of(request("198.51.100.7"))).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7:4711, 198.51.100.7",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:4711, 2001:db8:0:0:0:0:0:1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "::ffff:198.51.100.7, 198.51.100.7"
    })
    void reads_ports_and_brackets(String element, String address) {
        headers.add("X-Forwarded-For", "192.0.2.1, " + element);

        assertThat(addresses.of(request("192.0.2.1"))).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "name.example", "[", "[]", "]", ":", "198.51.100.7.9"})
    void what_is_no_address_is_one_caller_and_none_that_a_key_is_bound_to(String element) {
        headers.add("X-Forwarded-For", "192.0.2.1, " + element);

        assertThat(addresses.of(request("192.0.2.1"))).isEqualTo("unknown");
        assertThat(addresses.network(request("192.0.2.1"))).isEqualTo("unknown");
        assertThat(addresses.isThisMachine(request("192.0.2.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1, 198.51.100.7", "127.0.0.1, 127.0.0.1", "::1, 127.0.0.1"})
    void an_address_out_of_a_header_is_never_this_machine(String forwarded) {
        headers.add("X-Forwarded-For", forwarded);

        assertThat(addresses.isThisMachine(request("127.0.0.1"))).isFalse();
    }

    @Test
    void a_request_of_this_machine_without_a_header_is_of_this_machine() {
        assertThat(addresses.isThisMachine(request("127.0.0.1"))).isTrue();
        assertThat(addresses.isThisMachine(request(PROXY))).isFalse();
    }

    @Test
    void believes_no_header_of_who_is_no_trusted_proxy() {
        headers.set("X-Forwarded-Trusted-Proxy", "false").add("X-Forwarded-For", "203.0.113.9, 198.51.100.7");

        assertThat(addresses.of(request("203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @Test
    void believes_no_header_where_no_proxy_is_declared() {
        headers.add("X-Forwarded-For", "203.0.113.9, 198.51.100.7");
        ClientAddress undeclared = new ClientAddress(false, false);

        assertThat(undeclared.of(request("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(undeclared.isThisMachine(request("127.0.0.1"))).isTrue();
    }

    @Test
    void leaves_alone_what_came_out_of_the_other_header() {
        headers.add("X-Forwarded-For", "192.0.2.1, 192.0.2.2").add("Forwarded", "for=198.51.100.7");
        ClientAddress both = new ClientAddress(true, true);

        assertThat(both.of(request("198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(both.of(request("192.0.2.1"))).isEqualTo("192.0.2.2");
        assertThat(both.isThisMachine(request("127.0.0.1"))).isFalse();
    }

    /** As Quarkus hands it over, with the address that it tells. */
    private HttpServerRequest request(String address) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (self, method, given) ->
                        method.getName().equals("headers") ? headers : SocketAddress.inetSocketAddress(4711, address));
    }
}
