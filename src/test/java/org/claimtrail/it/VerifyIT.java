package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged program on a log that is sound, while it is written to and after it was killed. */
@ExtendWith(ShownOutput.class)
class VerifyIT {

    @TempDir
    private static Path closed;

    @TempDir
    private Path folder;

    private static Ended withoutKey;
    private static Ended inUse;
    private static Reply besideTheCommand;
    private static Ended stopped;

    /** Asked about while it runs, and once it was told to stop. */
    @BeforeAll
    static void a_service_that_has_withheld_and_erased_records() {
        Launch launch = Launch.in(closed);
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            for (String records : List.of("agents", "sources", "claims", "relations", "rating-scales", "assessments")) {
                List<JsonNode> all = admin.all("/v1/" + records);
                step(admin, records, all.get(0), "withhold", "{\"reason\":\"privacy\"}");
                step(admin, records, all.get(0), "release", null);
                step(admin, records, all.get(0), "withhold", "{\"reason\":\"safety\"}");
                if (!records.equals("rating-scales") && !records.equals("sources")) {
                    step(admin, records, all.get(all.size() - 1), "erase", "{\"basis\":\"court_order\"}");
                }
            }
            withoutKey = launch.end("verify", "--url", service.url().toString());
            inUse = launch.end("verify", "--data", closed.resolve("data").toString());
            besideTheCommand = new Client(service.url(), "").get("/v1/claims");
            admin.post("/v1/audit/keys", Map.of()).expect(201);
            service.terminate();
            stopped = launch.end("verify", "--data", closed.resolve("data").toString());
        }
    }

    private static void step(Client admin, String records, JsonNode record, String step, @Nullable String body) {
        String path = "/v1/" + records + "/" + record.path("id").asText() + "/" + step;
        admin.send("POST", path, body, Map.of("If-Match", "*")).expect(200);
    }

    @Test
    void finds_nothing_in_a_log_that_is_sound() {
        Launch launch = Launch.in(folder);
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            String url = service.url().toString();
            String vkey = admin.get("/v1/audit/keys").json().at("/items/0/vkey").asText();
            String copy = folder.resolve("copy").toString();

            assertSound(launch.end("verify", "--url", url, "--vkey", vkey));
            assertSound(launch.end("export", "--url", url, "--to", copy));
            new TwoDesks(admin).move();
            Load.until(service::killHard, new Staff(admin), new Random(3), 6);
            assertSound(launch.end("verify", "--data", folder.resolve("data").toString(), "--vkey", vkey));
            assertSound(launch.end(
                    "verify", "--jdbc", "jdbc:h2:file:" + folder.resolve("data/claimtrail"), "--vkey", vkey));
            service.restart();
            assertSound(launch.end("export", "--url", url, "--to", copy));
            String kept = folder.resolve("data").resolve(DataCopy.ANCHOR).toString();
            assertSound(launch.end("verify", "--export", copy, "--vkey", vkey));
            assertSound(launch.end("verify", "--url", url, "--vkey", vkey, "--checkpoints", kept));
            assertThat(service.keysPrinted()).hasSize(1);
        }
    }

    @Test
    void finds_nothing_in_a_log_of_which_something_was_withheld_and_erased() {
        assertSound(stopped);
        assertThat(stopped.lines()).anyMatch(line -> line.matches("erased: [1-9][0-9]*"));
    }

    @Test
    void says_whose_word_it_takes_without_a_key() {
        assertSound(withoutKey);
        assertThat(withoutKey.lines().get(0)).startsWith("WARNING no --vkey is given");
    }

    @Test
    void says_that_the_database_is_in_use() {
        assertThat(inUse.code()).isEqualTo(3);
        assertThat(inUse.lines()).singleElement().asString().contains("Stop the service first");
        besideTheCommand.expect(200);
    }

    @Test
    void starts_nothing_and_writes_nothing_when_the_arguments_are_wrong() {
        Ended ended = Launch.in(folder).end("verify");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines()).contains("Usage:");
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void says_that_nobody_answers() {
        Launch launch = Launch.in(folder);
        Ended ended = launch.end("verify", "--url", "http://127.0.0.1:" + launch.port());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.lines()).singleElement().asString().contains("cannot be read");
    }

    private static void assertSound(Ended ended) {
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.lines()).contains("problems: 0");
    }
}
