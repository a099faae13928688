package org.claimtrail.shared.rate;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.HexFormat;
import org.claimtrail.shared.http.NetworkAddress;

/** Where a request comes from, as Quarkus tells it: behind a proxy by the headers that it is configured to trust. */
public final class ClientAddress {

    private static final int IPV6 = 16;
    /** The part of an IPv6 address that one customer of a network gets: within it, addresses cost nothing. */
    private static final int CUSTOMER = 8;

    private ClientAddress() {}

    /** As text; empty when there is none. */
    public static String of(HttpServerRequest request) {
        SocketAddress client = request.remoteAddress();
        if (client == null) {
            return "";
        }
        String address = client.hostAddress();
        return address == null ? String.valueOf(client.host()) : address;
    }

    /** What is counted as one caller; all that have no address are one, or a made-up name would fill the memory. */
    static String network(String address) {
        return NetworkAddress.parse(address).map(ClientAddress::network).orElse("unknown");
    }

    static boolean isThisMachine(String address) {
        return NetworkAddress.parse(address)
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
    }

    private static String network(InetAddress known) {
        byte[] bytes = known.getAddress();
        return bytes.length == IPV6 ? HexFormat.of().formatHex(bytes, 0, CUSTOMER) + "/64" : known.getHostAddress();
    }
}
