package org.claimtrail.support;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.reader.ReaderConfig;
import org.eclipse.microprofile.config.spi.Converter;

/** Nodes that only read, and nodes that do not, for tests without a service. */
public final class Readers {

    private static final int HIGH = 200;

    private Readers() {}

    /** One with the settings that there are without any. */
    public static Reader node(boolean readsOnly) {
        return new Reader(new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("claimtrail.reader.enabled", Boolean.toString(readsOnly)))
                .withConverter(Duration.class, HIGH, (Converter<Duration>) text -> Duration.parse("PT" + text))
                .withMapping(ReaderConfig.class)
                .build()
                .getConfigMapping(ReaderConfig.class));
    }
}
