package org.claimtrail.history.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Two nodes that call, stand still in the middle of it, are cut off, die, come back and leave, in any order: while one takes
 * itself to be alone, the other holds nothing.
 */
class RollCallPropertyTest {

    /** Milliseconds. */
    private static final int TICK = 100;

    @Property(tries = 4000)
    void nobody_holds_anything_while_another_one_is_alone(@ForAll("lives") List<Episode> episodes) {
        World world = new World();

        episodes.forEach(world::live);

        Statistics.label("alone while the other one was there")
                .collect(world.wasAlone)
                .coverage(seen -> seen.check(true).percentage(p -> p > 20));
        Statistics.label("reckoned with after the other one was alone")
                .collect(world.wasReckonedWith)
                .coverage(seen -> seen.check(true).percentage(p -> p > 20));
    }

    @Provide
    static Arbitrary<List<Episode>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(
                                Accident.NONE,
                                Accident.NONE,
                                Accident.NONE,
                                Accident.CUT_OFF,
                                Accident.RESTART,
                                Accident.LEAVE),
                        Arbitraries.of("ab", "ab", "a", "b"),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(1, 60),
                                Arbitraries.integers().between(1, 400)),
                        Arbitraries.integers().between(1, 19))
                .as(Episode::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    enum Accident {
        NONE,
        CUT_OFF,
        RESTART,
        LEAVE
    }

    /**
     * What happens to one of them, and some time after it.
     *
     * @param who goes on meanwhile; the other one stands still
     * @param latency of each step of its calls from now on, in ticks
     */
    record Episode(int node, Accident accident, String who, int ticks, int latency) {}

    private static final class World {

        private final Map<String, Long> table = new HashMap<>();
        private final List<Simulated> nodes = List.of(new Simulated("a"), new Simulated("b"));
        private long millis;
        private boolean wasAlone;
        private boolean wasReckonedWith;

        void live(Episode episode) {
            Simulated one = nodes.get(episode.node);
            one.latency = episode.latency;
            switch (episode.accident) {
                case CUT_OFF -> one.isCutOff();
                case RESTART -> one.restart();
                case LEAVE -> one.leave();
                case NONE -> {}
            }
            for (int i = 0; i < episode.ticks; i++) {
                nodes.stream().filter(node -> episode.who.contains(node.name)).forEach(Simulated::goOn);
                millis += TICK;
                check(nodes.get(0), nodes.get(1));
                check(nodes.get(1), nodes.get(0));
            }
        }

        private void check(Simulated writer, Simulated reader) {
            if (writer.calls.isAlone()) {
                assertThat(reader.calls.isReckonedWith()).isFalse();
                wasAlone |= table.containsKey(reader.id()) && !reader.isOver;
            }
            wasReckonedWith |= wasAlone && reader.calls.isReckonedWith();
        }

        private final class Simulated {

            private final String name;
            private int latency = 1;
            private int life;
            private long beat;
            private RollCall calls = new RollCall(() -> TimeUnit.MILLISECONDS.toNanos(millis));
            private boolean isOver;

            /** 0 between two calls, 1 begun, 2 done by the database. */
            private int step;

            private long due;
            private long began;
            private Map<String, Long> told = Map.of();

            Simulated(String name) {
                this.name = name;
            }

            private String id() {
                return name + life;
            }

            void goOn() {
                if (isOver || millis < due) {
                    return;
                }
                due = millis + (long) latency * TICK;
                switch (step) {
                    case 0 -> {
                        began = calls.begin();
                        step = 1;
                    }
                    case 1 -> {
                        told = new HashMap<>(table);
                        told.remove(id());
                        table.put(id(), ++beat);
                        step = 2;
                    }
                    default -> {
                        calls.end(began, told);
                        calls.forgotten().forEach((id, last) -> table.remove(id, last));
                        due = millis + RollCall.EVERY.toMillis();
                        step = 0;
                    }
                }
            }

            void isCutOff() {
                step = 0;
                due = millis + RollCall.EVERY.toMillis();
            }

            void restart() {
                life++;
                calls = new RollCall(() -> TimeUnit.MILLISECONDS.toNanos(millis));
                isOver = false;
                step = 0;
                due = millis;
            }

            void leave() {
                calls.leave();
                isOver = true;
                table.remove(id());
            }
        }
    }
}
