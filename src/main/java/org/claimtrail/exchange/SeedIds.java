package org.claimtrail.exchange;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.claimtrail.shared.hash.Sha256;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/**
 * Ids of seeds: the same in every database, so that examples in the API description can name them. A UUIDv7 whose time
 * is 2025-11-05T00:00:00Z and whose other bits are a hash of the seed's name.
 */
final class SeedIds {

    private static final long MILLIS = 1_762_300_800_000L;
    private static final Map<String, Kind> KINDS = Map.of(
            "agent", Kind.AGENT,
            "source", Kind.SOURCE,
            "scale", Kind.SCALE,
            "claim", Kind.CLAIM,
            "relation", Kind.RELATION,
            "assessment", Kind.ASSESSMENT);

    private SeedIds() {}

    /** @param name {@code kind/slug}, as a reference in the seeds has it behind the @ */
    static TypeId of(String name) {
        Kind kind = KINDS.get(name.substring(0, Math.max(0, name.indexOf('/'))));
        if (kind == null) {
            throw new IllegalArgumentException("seeds: “" + name + "” names no kind of record");
        }
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of("claimtrail seed " + name));
        long random = hash.getShort() & 0x0fffL;
        long high = (MILLIS << 16) | 0x7000L | random;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new TypeId(kind, new UUID(high, low));
    }
}
