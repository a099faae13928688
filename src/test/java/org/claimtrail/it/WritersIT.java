package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two programs that edit one claim: whoever comes second is told so, and nothing is lost. */
@ExtendWith(ShownOutput.class)
class WritersIT {

    private static final int EACH = 100;

    @ParameterizedTest
    @EnumSource
    void two_processes_that_count_in_one_claim_lose_nothing(Database database, @TempDir Path folder) throws Exception {
        try (Packaged service = Launch.in(folder).on(database).start()) {
            Client admin = service.admin();
            String claim = Audit.path(claim(admin));

            List<Process> writers = List.of(writer(service, claim), writer(service, claim));
            int stale = ended(writers.get(0)) + ended(writers.get(1));

            JsonNode last = admin.get(claim).expect(200).json();
            assertThat(last.path("text").asText()).isEqualTo(Integer.toString(2 * EACH));
            assertThat(last.path("version").asInt()).isEqualTo(1 + 2 * EACH);
            assertThat(stale).as("writes refused with 412").isPositive();
            assertThat(counted(admin, claim))
                    .isEqualTo(IntStream.rangeClosed(0, 2 * EACH).boxed().toList());
            new Audit(admin).isWhole(Set.of(last.path("id").asText()));
            System.out.println("WritersIT: 2 processes, " + 2 * EACH + " edits, " + stale + " refused with 412");
        }
    }

    private static String claim(Client admin) {
        String claimant = admin.get("/v1/agents?limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Map<String, Object> claim = Map.of("text", "0", "inLanguage", "en", "claimant", claimant, "about", List.of());
        return admin.post("/v1/claims", claim).expect(201).id();
    }

    /** What each version says, the first one first. */
    private static List<Integer> counted(Client admin, String claim) {
        return IntStream.rangeClosed(1, 1 + 2 * EACH)
                .mapToObj(n -> admin.get(claim + "/versions/" + n).expect(200).json())
                .map(version -> Integer.valueOf(version.path("text").asText()))
                .toList();
    }

    private static Process writer(Packaged service, String claim) throws IOException {
        String main = CountingWriter.class.getName();
        return new ProcessBuilder(
                        Launch.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main,
                        service.url().toString(),
                        service.key(),
                        claim,
                        Integer.toString(EACH))
                .redirectErrorStream(true)
                .start();
    }

    private static int ended(Process writer) throws Exception {
        String output = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(writer.waitFor()).as(output).isZero();
        return Integer.parseInt(output.strip());
    }
}
