package org.claimtrail.audit.witness;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.claimtrail.support.FakeLog;
import org.claimtrail.support.FakeWitness;
import org.claimtrail.support.Ports;

/**
 * A desk that is a witness, and has to be cosigned by one that nobody has started; closed to the public, which keeps no log
 * from asking.
 */
public class WitnessedDesk implements QuarkusTestProfile {

    static final String URL = "claimtrail.audit.witnesses[0].url";
    static final String WITNESS = "witness.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "claimtrail.audit.witness.enabled",
                "true",
                "claimtrail.audit.witness.name",
                "desk.example/witness",
                "claimtrail.audit.witness.logs[0]",
                FakeLog.of("log.example").vkey(),
                "claimtrail.audit.witness.logs[1]",
                FakeLog.of("racing.example").vkey(),
                URL,
                "http://127.0.0.1:" + Ports.free() + "/w",
                "claimtrail.audit.witnesses[0].vkey",
                FakeWitness.signer(WITNESS).verifierKey().encode(),
                "claimtrail.audit.quorum",
                "1",
                "claimtrail.public-read",
                "false");
    }
}
