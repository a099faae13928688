package org.claimtrail.merkle;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Signatures by RFC 8032, and stricter than the platform is: exactly 64 bytes, both points and the scalar in their one
 * canonical encoding, no key of small order. The platform takes bytes behind the signature on some releases.
 */
final class Ed25519 {

    static final int SIGNATURE_BYTES = 64;
    static final int KEY_BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();
    /** What stands before the key in its X.509 form (RFC 8410 section 4). */
    private static final byte[] PREFIX = HEX.parseHex("302a300506032b6570032100");

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    /** The points of order 1, 2, 4 and 8: for a key among them almost any signature fits. */
    private static final Set<String> SMALL_ORDER = Set.of(
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");

    private Ed25519() {}

    /** Whether these may be a key: 32 bytes, canonical, not of small order. Whether they are on the curve shows later. */
    static boolean isCanonicalKey(byte[] key) {
        return key.length == KEY_BYTES && isCanonicalPoint(key) && !SMALL_ORDER.contains(HEX.formatHex(key));
    }

    /** False for whatever bytes; no exception. */
    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES
                || !isCanonicalKey(key)
                || !isCanonicalPoint(Arrays.copyOf(signature, KEY_BYTES))
                || number(Arrays.copyOfRange(signature, KEY_BYTES, SIGNATURE_BYTES))
                                .compareTo(ORDER)
                        >= 0) {
            return false;
        }
        try {
            Signature platform = Signature.getInstance("Ed25519");
            platform.initVerify(publicKey(key));
            platform.update(message);
            return platform.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false; // the bytes are no point on the curve
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, PREFIX.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** RFC 8032 section 5.1.3: y is below p, and where x is 0 its sign is not 1. */
    private static boolean isCanonicalPoint(byte[] point) {
        byte[] unsigned = point.clone();
        boolean negative = unsigned[KEY_BYTES - 1] < 0;
        unsigned[KEY_BYTES - 1] &= 0x7F;
        BigInteger y = number(unsigned);
        boolean xIsZero = y.equals(BigInteger.ONE) || y.equals(P.subtract(BigInteger.ONE));
        return y.compareTo(P) < 0 && !(negative && xIsZero);
    }

    private static BigInteger number(byte[] littleEndian) {
        byte[] bytes = new byte[littleEndian.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = littleEndian[bytes.length - 1 - i];
        }
        return new BigInteger(1, bytes);
    }
}
