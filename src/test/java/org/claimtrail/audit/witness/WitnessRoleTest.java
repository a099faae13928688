package org.claimtrail.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.audit.log.TestLog;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.start.CannotStart;
import org.claimtrail.support.FakeLog;
import org.claimtrail.support.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting as a witness, or not. */
class WitnessRoleTest {

    private static final String PREFIX = "claimtrail.audit.witness.";

    private final FakeLog log = FakeLog.of("log.example");
    private final LogDatabase database = TestLog.database();

    @TempDir
    private Path folder;

    @Test
    void is_no_witness_unless_it_is_told_to_be() {
        WitnessRole role = role(Map.of(PREFIX + "enabled", "false"), new LogStatus());

        assertThat(role.get()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makes_a_key_that_cosigns_at_its_first_start_and_keeps_it() {
        VerifierKey first = key(Map.of()).signer().orElseThrow().verifierKey();

        VerifierKey again = key(Map.of()).signer().orElseThrow().verifierKey();

        assertThat(first.type()).isEqualTo(VerifierKey.COSIGNATURE);
        assertThat(first.name()).isEqualTo("desk.example/witness");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void makes_no_second_key_once_it_has_cosigned() throws Exception {
        role(Map.of(), new LogStatus()).get().orElseThrow().judge(log.request(0, 3));
        Files.delete(folder.resolve(DataFiles.WITNESS_KEY));

        assertThatThrownBy(() -> key(Map.of())).isInstanceOf(CannotStart.class).hasMessageContaining("backup");
        assertThat(folder.resolve(DataFiles.WITNESS_KEY)).doesNotExist();
    }

    @Test
    void is_no_witness_that_cannot_read_what_it_cosigned() throws Exception {
        Files.writeString(folder.resolve(DataFiles.WITNESS_SEEN), "3 of log.example\n");

        assertThatThrownBy(() -> role(Map.of(), new LogStatus()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(DataFiles.WITNESS_SEEN)
                .hasMessageContaining("backup");
    }

    @Test
    void wants_a_name_and_keys_of_logs() {
        assertThatThrownBy(() -> key(Map.of(PREFIX + "name", "")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(PREFIX + "name");
        assertThatThrownBy(() -> key(Map.of(PREFIX + "name", "a name"))).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> role(Map.of(PREFIX + "logs[0]", "no key"), new LogStatus()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(PREFIX + "logs");
    }

    @Test
    void cosigns_nothing_while_its_own_log_is_halted() {
        WitnessRole role = role(Map.of(), TestLog.halted());

        assertThatThrownBy(role::get)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    private WitnessRole role(Map<String, String> settings, LogStatus status) {
        WitnessRole role =
                new WitnessRole(config(settings), TestLog.config(folder, Map.of()), key(settings), database, status);
        role.onStart(new StartupEvent());
        return role;
    }

    private WitnessKey key(Map<String, String> settings) {
        WitnessKey key = new WitnessKey(
                config(settings), TestLog.config(folder, Map.of()), database, Readers.node(false), Clock.systemUTC());
        key.onStart(new StartupEvent());
        return key;
    }

    private WitnessConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                PREFIX + "enabled", "true",
                PREFIX + "name", "desk.example/witness",
                PREFIX + "logs[0]", log.vkey()));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .withMapping(WitnessConfig.class)
                .build()
                .getConfigMapping(WitnessConfig.class);
    }
}
