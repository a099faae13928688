package org.claimtrail.shared.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a connection is told before it is used. */
class ReaderConnectionTest {

    private static final String READS = "set default_transaction_read_only = on";

    @Test
    void only_a_node_that_only_reads_has_connections_that_take_no_writes() throws Exception {
        assertThat(told(Map.of("claimtrail.reader.enabled", "true")))
                .startsWith("set lock_timeout")
                .endsWith("; " + READS);
        assertThat(told(Map.of("claimtrail.reader.enabled", "false")))
                .startsWith("set lock_timeout")
                .doesNotContain(READS);
        assertThat(told(Map.of())).startsWith("set lock_timeout").doesNotContain(READS);
    }

    private static String told(Map<String, String> settings) throws Exception {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                                .toUri()
                                .toURL()),
                        new PropertiesConfigSource(settings, "settings", 500),
                        new PropertiesConfigSource(
                                Map.of("quarkus.datasource.db-kind", "postgresql"), "distribution", 500))
                .build()
                .getValue("quarkus.datasource.jdbc.new-connection-sql", String.class);
    }
}
