package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Ledger.agent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.claimtrail.audit.NewEvents.Committed;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.junit.jupiter.api.Test;

/** Each event is told of once, as soon as it is committed, in whichever order. */
@QuarkusTest
class NewEventsTest {

    @Inject
    LogDatabase database;

    @Inject
    AuditLog audit;

    @Inject
    Published published;

    @Test
    void tells_nothing_at_first_and_each_event_once() {
        NewEvents events = new NewEvents(database);
        assertThat(events.look(1_000)).isEmpty();

        String agent = agent("Somebody");

        assertThat(events.look(1_000).orElseThrow()).contains(new Committed("agent.created", agent, true));
        assertThat(events.look(1_000).orElseThrow())
                .extracting(Committed::subject)
                .doesNotContain(agent);
    }

    @Test
    void tells_once_of_what_gets_its_place_between_two_looks() {
        NewEvents events = new NewEvents(database);
        events.look(1_000);
        List<String> told = new ArrayList<>();
        TypeId subject = TypeId.next(Kind.ACCESS);

        TypeId event = QuarkusTransaction.requiringNew().call(() -> append(subject));
        events.look(1_000).orElseThrow().forEach(each -> told.add(each.subject()));
        published.await(event.toString(), Duration.ofSeconds(10));
        events.look(1_000).orElseThrow().forEach(each -> told.add(each.subject()));

        assertThat(told).containsOnlyOnce(subject.toString());
    }

    @Test
    void tells_of_what_commits_behind_a_later_one() {
        NewEvents events = new NewEvents(database);
        events.look(1_000);
        TypeId slow = TypeId.next(Kind.ACCESS);
        TypeId fast = TypeId.next(Kind.ACCESS);

        QuarkusTransaction.requiringNew().run(() -> {
            append(slow);
            CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> append(fast)))
                    .join();
            assertThat(events.look(1_000).orElseThrow())
                    .extracting(Committed::subject)
                    .contains(fast.toString())
                    .doesNotContain(slow.toString());
        });

        assertThat(events.look(1_000).orElseThrow())
                .extracting(Committed::subject)
                .contains(slow.toString());
    }

    @Test
    void says_once_that_more_has_happened_than_it_can_tell_and_goes_on_from_there() {
        NewEvents events = new NewEvents(database);
        events.look(1_000);
        for (int i = 0; i < 3; i++) {
            agent("Somebody");
        }
        assertThat(events.look(3)).isEmpty();

        String last = agent("Somebody else");

        assertThat(events.look(1_000).orElseThrow())
                .extracting(Committed::subject)
                .contains(last);
    }

    private TypeId append(TypeId subject) {
        return audit.append(new NewEvent(
                AccessEvent.EXPORTED,
                subject,
                0,
                Reason.NONE,
                Instant.now(),
                "a:nobody",
                new byte[] {'{', '}'},
                List.of(),
                true));
    }
}
