package org.claimtrail.it;

import java.nio.file.Path;

/** A program whose clock was set back: the clock that it tells the time by, and the one that ids are made with. */
final class Setback {

    private Setback() {}

    /** The option of the Java machine. */
    static String agent(Path folder, long seconds) {
        String rules = """
                RULE the time
                CLASS org.claimtrail.shared.time.MicrosecondClock
                METHOD instant
                AT EXIT
                IF true
                DO RETURN $!.minusSeconds(%dL)
                ENDRULE

                RULE ids
                CLASS org.claimtrail.shared.id.TypeId
                METHOD next
                AT EXIT
                BIND old:java.util.UUID = $!.uuid();
                     back:java.util.UUID = new java.util.UUID(old.getMostSignificantBits() - %dL, old.getLeastSignificantBits())
                IF true
                DO RETURN new org.claimtrail.shared.id.TypeId($!.kind(), back)
                ENDRULE
                """.formatted(seconds, (seconds * 1000) << 16);
        return Rules.agent(folder, "setback", rules);
    }
}
