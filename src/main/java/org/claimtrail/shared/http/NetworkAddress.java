package org.claimtrail.shared.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Reads IP addresses as they stand in connections, headers and settings. */
public final class NetworkAddress {

    private NetworkAddress() {}

    /**
     * The address, without its zone; empty when the text is none. Asks no name server. An IPv4 address inside an IPv6 one
     * (::ffff:192.0.2.1) is taken for the IPv4 address it is.
     */
    public static Optional<InetAddress> parse(String text) {
        int zone = text.indexOf('%');
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? text : text.substring(0, zone));
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
