package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.ids;
import static org.claimtrail.support.Ledger.reader;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.claimtrail.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of a time are those at its beginning and later, and before its end. */
@QuarkusTest
class EventTimesTest {

    private static final String EVENTS = "/v1/audit/events";

    private String agent;
    private List<String> events;
    private List<String> times;

    @BeforeEach
    void three_events() {
        agent = agent("Somebody");
        edit("/v1/agents/" + agent, "name", "Somebody Else").then().statusCode(200);
        edit("/v1/agents/" + agent, "name", "Somebody Other").then().statusCode(200);
        Json all = reader().queryParam("subject", agent)
                .get(EVENTS)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        events = all.at("items.id");
        times = all.at("items.at");
        assertThat(times).hasSize(3).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void begins_with_the_event_of_its_first_instant() {
        assertThat(ids(EVENTS, "subject", agent, "since", times.get(1))).isEqualTo(events.subList(1, 3));
        assertThat(ids(EVENTS, "subject", agent, "since", "0000-01-01T00:00:00Z"))
                .isEqualTo(events);
        assertThat(ids(EVENTS, "since", "9999-12-31T23:59:59Z")).isEmpty();
    }

    @Test
    void ends_before_the_event_of_its_last_instant() {
        assertThat(ids(EVENTS, "subject", agent, "until", times.get(1))).isEqualTo(events.subList(0, 1));
        assertThat(ids(EVENTS, "subject", agent, "until", "9999-12-31T23:59:59Z"))
                .isEqualTo(events);
        assertThat(ids(EVENTS, "until", "0000-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void lies_between_two_instants() {
        assertThat(ids(EVENTS, "subject", agent, "since", times.get(0), "until", times.get(2)))
                .isEqualTo(events.subList(0, 2));
    }
}
