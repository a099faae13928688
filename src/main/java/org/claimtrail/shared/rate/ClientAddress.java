package org.claimtrail.shared.rate;

import io.quarkus.vertx.http.runtime.ProxyConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.http.NetworkAddress;

/**
 * Where a request comes from. Behind a declared proxy that is the last address in {@code X-Forwarded-For}, the one that
 * the proxy itself saw. Quarkus takes the first one, which is the caller's own word where a proxy appends to the header.
 */
@Singleton
public class ClientAddress {

    private static final String X_FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";
    /** Set by Quarkus itself, in place of whatever was sent: whether the connection is one of a trusted proxy. */
    private static final String TRUSTED = "X-Forwarded-Trusted-Proxy";

    /** All that have no address are one caller, or a made-up name would fill the memory. */
    private static final String UNKNOWN = "unknown";

    private static final int IPV6 = 16;
    /** The part of an IPv6 address that one customer of a network gets: within it, addresses cost nothing. */
    private static final int CUSTOMER = 8;

    private final boolean xForwarded;
    private final boolean forwarded;

    @Inject
    ClientAddress(VertxHttpConfig http) {
        this(http.proxy());
    }

    private ClientAddress(ProxyConfig proxy) {
        this(
                proxy.proxyAddressForwarding()
                        && proxy.allowXForwarded().orElse(!proxy.allowForwarded()), // as Quarkus itself decides
                proxy.proxyAddressForwarding() && proxy.allowForwarded());
    }

    /**
     * Tells addresses by these headers of a trusted proxy.
     *
     * @param xForwarded whether {@code X-Forwarded-For} is believed
     * @param forwarded whether {@code Forwarded} is
     */
    ClientAddress(boolean xForwarded, boolean forwarded) {
        this.xForwarded = xForwarded;
        this.forwarded = forwarded;
    }

    /** As text; of a caller without one, and where the proxy says none that can be read, it is no address. */
    public String of(HttpServerRequest request) {
        String remote = remote(request);
        if (!xForwarded || !isTold(request)) {
            return remote;
        }
        List<String> lines = request.headers().getAll(X_FORWARDED_FOR);
        if (lines.isEmpty() || (forwarded && !isSame(first(lines), remote))) {
            return remote; // out of Forwarded, of which Quarkus takes the first element
        }
        return parse(last(lines)).map(InetAddress::getHostAddress).orElse(UNKNOWN);
    }

    /** What is counted as one caller. */
    String network(HttpServerRequest request) {
        return network(of(request));
    }

    /** Whether it comes from this machine, by its connection: what a header says may be anybody's word. */
    boolean isThisMachine(HttpServerRequest request) {
        return NetworkAddress.parse(remote(request))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent()
                && !isTold(request);
    }

    static String network(String address) {
        return NetworkAddress.parse(address).map(ClientAddress::network).orElse(UNKNOWN);
    }

    /** Whether its address came out of a header. Asked for behind the address, with which Quarkus reads the headers. */
    private boolean isTold(HttpServerRequest request) {
        MultiMap headers = request.headers();
        boolean has = (xForwarded && headers.contains(X_FORWARDED_FOR)) || (forwarded && headers.contains(FORWARDED));
        return has && "true".equals(headers.get(TRUSTED));
    }

    private static String remote(HttpServerRequest request) {
        SocketAddress client = request.remoteAddress();
        if (client == null) {
            return "";
        }
        String address = client.hostAddress();
        return address == null ? String.valueOf(client.host()) : address;
    }

    private static String first(List<String> lines) {
        String line = lines.get(0);
        int comma = line.indexOf(',');
        return comma < 0 ? line : line.substring(0, comma);
    }

    private static String last(List<String> lines) {
        String line = lines.get(lines.size() - 1);
        return line.substring(line.lastIndexOf(',') + 1);
    }

    private static boolean isSame(String element, String remote) {
        return parse(element).equals(parse(remote));
    }

    /** An element of the header: an address, perhaps with a port, one of IPv6 perhaps in brackets. */
    private static Optional<InetAddress> parse(String element) {
        String text = element.strip();
        int colon = text.indexOf(':');
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return NetworkAddress.parse(text.substring(1, bracket));
        }
        boolean hasPort = colon >= 0 && colon == text.lastIndexOf(':');
        return NetworkAddress.parse(hasPort ? text.substring(0, colon) : text);
    }

    private static String network(InetAddress known) {
        byte[] bytes = known.getAddress();
        return bytes.length == IPV6 ? HexFormat.of().formatHex(bytes, 0, CUSTOMER) + "/64" : known.getHostAddress();
    }
}
