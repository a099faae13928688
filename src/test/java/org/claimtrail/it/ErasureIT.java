package org.claimtrail.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Erasure beyond the running service: in the file of the database, and against an older copy of it. */
@ExtendWith(ShownOutput.class)
class ErasureIT {

    private static final String SECRET = "Wsecretwordthatnobodyelsehas";

    @Test
    void killed_after_an_erasure_it_forgets_at_the_next_start_wherever_the_ledger_is(@TempDir Path folder)
            throws IOException {
        String ledger = folder.resolve("elsewhere/erasures.jsonl").toString();
        try (Packaged service =
                Launch.in(folder).with("CLAIMTRAIL_ERASURES_LEDGER", ledger).start()) {
            String path = recorded(service.admin());
            erase(service.admin(), path);
            service.killHard();
            assertThat(database(folder)).as("H2 keeps old bytes").contains(SECRET);

            service.restart();

            service.admin().get(path).expect(410);
            service.killHard();
            assertThat(database(folder)).doesNotContain(SECRET);
        }
    }

    @Test
    void
            the_file_of_the_database_forgets_what_was_erased_when_the_service_stops_and_so_does_an_older_one_that_is_put_back(
                    @TempDir Path folder) throws IOException {
        Path database = folder.resolve("data/claimtrail.mv.db");
        try (Packaged service = Launch.in(folder).start()) {
            String path = recorded(service.admin());
            service.terminate();
            Path older = Files.copy(database, folder.resolve("older"));
            service.restart();
            Reply erased = erase(service.admin(), path);
            service.terminate();

            assertThat(database(folder)).doesNotContain(SECRET);
            assertThat(folder.resolve("data/compaction-due")).doesNotExist();
            service.restart();
            service.admin().get(path).expect(410);
            service.terminate();
            assertThat(service.output()).doesNotContain("erased again");

            Files.copy(older, database, StandardCopyOption.REPLACE_EXISTING);
            service.restart();

            Reply gone = service.admin().get(path).expect(410);
            assertThat(gone.json().path("erasedAt")).isEqualTo(erased.json().path("at"));
            assertThat(service.output()).contains("the database held it again: it is erased again");
            service.terminate();
            assertThat(database(folder)).doesNotContain(SECRET);
        }
    }

    /** An agent with two versions, so that old bytes lie between others. */
    private static String recorded(Client admin) {
        String path = "/v1/agents/"
                + admin.post("/v1/agents", Map.of("type", "Person", "name", SECRET))
                        .expect(201)
                        .id();
        admin.put(path, Map.of("type", "Person", "name", SECRET + " II", "changeReason", "a title"), "*")
                .expect(200);
        return path;
    }

    private static Reply erase(Client admin, String path) {
        return admin.send("POST", path + "/erase", "{\"basis\":\"gdpr_art_17\"}", Map.of("If-Match", "*"))
                .expect(200);
    }

    private static String database(Path folder) throws IOException {
        return new String(Files.readAllBytes(folder.resolve("data/claimtrail.mv.db")), ISO_8859_1);
    }
}
