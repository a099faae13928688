package org.claimtrail.access;

import java.net.InetAddress;
import java.util.Optional;
import org.claimtrail.shared.http.NetworkAddress;

/**
 * A range of network addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3), such as {@code 192.0.2.0/24} or
 * {@code 2001:db8::/32}. An address without a length is a range of one.
 *
 * @param text as it was written
 * @param first its first address, in network order; the bits behind {@code length} are zero
 */
record AddressRange(String text, byte[] first, int length) {

    /** Empty when it is none: no such address, a name, a length that does not fit, or bits set behind the length. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return bytes(address).flatMap(first -> {
            int bits = first.length * Byte.SIZE;
            int length = slash < 0 ? bits : length(text.substring(slash + 1));
            return length < 0 || length > bits || !isZeroBehind(first, length)
                    ? Optional.empty()
                    : Optional.of(new AddressRange(text, first, length));
        });
    }

    /** Whether it holds this address; one that cannot be read is held by no range. */
    boolean contains(String address) {
        return bytes(address).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (bit(address, bit) != bit(first, bit)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> bytes(String address) {
        return NetworkAddress.parse(address).map(InetAddress::getAddress);
    }

    private static int length(String text) {
        return text.matches("0|[1-9][0-9]{0,2}") ? Integer.parseInt(text) : -1;
    }

    private static boolean isZeroBehind(byte[] address, int length) {
        for (int bit = length; bit < address.length * Byte.SIZE; bit++) {
            if (bit(address, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] address, int bit) {
        return address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
    }
}
