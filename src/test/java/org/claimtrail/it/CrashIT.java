package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promise of the audit trail under {@code kill -9}: a write that was answered is there with its event, and a write
 * that was not is there as a whole or not at all. {@code -Dclaimtrail.it.kills=20} kills more often, {@code -Dclaimtrail.it.writes=400} after more writes,
 * {@code -Dclaimtrail.it.seed=} repeats what one run did, as far as threads let it.
 */
@ExtendWith(ShownOutput.class)
class CrashIT {

    private static final int KILLS = Integer.getInteger("claimtrail.it.kills", 2);
    private static final long SEED = Long.getLong("claimtrail.it.seed", System.nanoTime());
    private static final int THREADS = 6;

    private final List<Write.Answered> answered = new ArrayList<>();
    private final Random random = new Random(SEED);
    private int lost;
    private int retried;
    private int committed;

    @ParameterizedTest
    @EnumSource
    void what_was_answered_survives_a_kill_and_what_was_not_is_whole_or_absent(
            Database database, @TempDir Path folder) {
        System.out.println("CrashIT on " + database + ": " + KILLS + " kills, seed " + SEED);
        try (Packaged service = Launch.in(folder).on(database).start()) {
            Client admin = service.admin();
            Staff staff = new Staff(admin);

            for (int kill = 0; kill < KILLS; kill++) {
                Load load = Load.until(service::killHard, staff, random, THREADS);
                service.restart();
                verify(load, admin);
            }

            new Audit(admin).listsWhatItLogged().isWhole();
            areThere(answered, admin);
            report(new Audit(admin));
        }
    }

    private void verify(Load load, Client admin) {
        assertThat(load.refused()).isEmpty();
        areThere(load.answered(), admin);
        Set<String> uncertain =
                load.lost().stream().flatMap(write -> write.subject().stream()).collect(Collectors.toSet());
        load.latest().values().stream()
                .filter(write -> write.isStep() && !uncertain.contains(write.subject()))
                .forEach(CrashIT::standsAsAnswered);
        new Audit(admin).listsWhatItLogged();
        load.lost().stream().filter(Write::hasKey).forEach(write -> happensOnce(write, admin));
        answered.addAll(load.answered());
        lost += load.lost().size();
    }

    private static void areThere(List<Write.Answered> writes, Client admin) {
        Map<String, List<Write.Answered>> bySubject =
                writes.stream().collect(Collectors.groupingBy(Write.Answered::subject));
        bySubject.entrySet().parallelStream().forEach(entry -> {
            List<JsonNode> events = admin.all("/v1/audit/events?subject=" + entry.getKey());
            entry.getValue().forEach(write -> isThere(write, events));
        });
    }

    /** The very bytes, under the very tag, with the very event. */
    private static void isThere(Write.Answered write, List<JsonNode> events) {
        Reply version = write.write().by().get(write.url()).expect(200);
        assertThat(version.text()).isEqualTo(write.reply().text());
        if (!write.isStep()) {
            assertThat(version.etag()).isEqualTo(write.reply().etag());
        }
        assertThat(events).as("the events of %s", write.url()).anySatisfy(event -> {
            assertThat(event.path("id").asText()).isEqualTo(write.reply().header("Audit-Event"));
            assertThat(event.path("version").asInt()).isEqualTo(write.version());
        });
    }

    private static void standsAsAnswered(Write.Answered step) {
        Reply now = step.write().by().get(Audit.path(step.subject())).expect(200);
        assertThat(now.etag()).isEqualTo(step.reply().etag());
        assertThat(now.header("Assessment-State")).isEqualTo(step.reply().header("Assessment-State"));
    }

    /** Sent again under its key, twice: once in all, however much of it was done before the crash. */
    private void happensOnce(Write write, Client admin) {
        int before = write.effects().applyAsInt(admin);
        Reply again = write.send();
        Reply oncemore = write.send();

        assertThat(again.isSuccess()).as("%s", again).isTrue();
        assertThat(oncemore.text()).isEqualTo(again.text());
        assertThat(oncemore.status()).isEqualTo(again.status());
        assertThat(before).isBetween(0, 1);
        assertThat(write.effects().applyAsInt(admin)).isEqualTo(1);
        answered.add(new Write.Answered(write, again));
        retried++;
        committed += before;
    }

    private void report(Audit ledger) {
        System.out.printf(
                "CrashIT: %d kills; %d writes answered, all there; %d without an answer, of which %d were sent again under"
                        + " their key (%d had been done before the kill, each was done once); %d records%n",
                KILLS, answered.size(), lost, retried, committed, ledger.records());
    }
}
