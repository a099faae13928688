package org.claimtrail.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A desk of one that shows nothing to the public; one profile for all that needs other settings than the default. */
public class ClosedDesk implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "claimtrail.public-read", "false",
                "claimtrail.assessments.four-eyes", "false");
    }
}
