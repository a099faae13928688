package org.claimtrail.shared.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Metrics and health are for who runs the service: they are answered to this machine and to private networks, not to the
 * internet, and not through a proxy that says for whom it asks.
 */
@Singleton
class Operators {

    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP");
    /** RFC 4193: the upper seven bits of an address in a private IPv6 network. */
    private static final int UNIQUE_LOCAL = 0xfc;

    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int IPV6 = 16;

    private final boolean everyone;

    Operators(@ConfigProperty(name = "claimtrail.operations.public", defaultValue = "false") boolean everyone) {
        this.everyone = everyone;
    }

    /**
     * Lets a request pass.
     *
     * @throws Problem 404 when it is for operators, and comes from elsewhere
     */
    void require(RoutingContext routing) {
        if (!everyone && OperatorPaths.has(routing.normalizedPath()) && !isNear(routing.request())) {
            throw Refusals.ofStatus(404);
        }
    }

    private static boolean isNear(HttpServerRequest request) {
        SocketAddress from = request.remoteAddress();
        return FORWARDED.stream().noneMatch(request.headers()::contains)
                && (from == null || from.isDomainSocket() || isPrivate(from.hostAddress()));
    }

    static boolean isPrivate(String address) {
        return NetworkAddress.parse(address).filter(Operators::isPrivate).isPresent();
    }

    private static boolean isPrivate(InetAddress from) {
        byte[] bytes = from.getAddress();
        return from.isLoopbackAddress()
                || from.isSiteLocalAddress()
                || from.isLinkLocalAddress()
                || (bytes.length == IPV6 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }
}
