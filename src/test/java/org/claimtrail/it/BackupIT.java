package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore by the packaged program's commands, and the ways on that docs/backup.md tells. */
@ExtendWith(ShownOutput.class)
class BackupIT {

    private static final String ORIGIN = "localhost/v1/audit";

    @TempDir
    private static Path original;

    @TempDir
    private Path folder;

    private static final Path ZIP = Path.of("backup.zip");

    private static String agent;
    private static String key;
    private static Ended whileItRuns;
    private static Ended saved;

    @BeforeAll
    static void a_service_of_which_there_is_a_backup() {
        Path zip = original.resolve(ZIP);
        try (Packaged service = Launch.in(original).start()) {
            whileItRuns = backup(original, zip);
            agent = record(service.admin());
            key = service.key();
            service.terminate();
        }
        saved = backup(original, zip);
    }

    @Test
    void goes_on_from_a_backup_on_another_machine() throws Exception {
        Path zip = original.resolve(ZIP);
        assertThat(whileItRuns.code()).isEqualTo(1);
        assertThat(saved.code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
        assertThat(restore(zip, folder.resolve("data")).code()).isZero();

        Launch there = Launch.in(folder);
        assertThat(there.end("verify", "--data", folder.resolve("data").toString())
                        .code())
                .isZero();
        try (Packaged service = there.start()) {
            Client admin = new Client(service.url(), key);
            admin.get(agent).expect(200);
            record(admin);
            assertThat(service.output()).doesNotContain("Administrator's key").doesNotContain("halted");
        }
    }

    @Test
    void an_older_backup_is_noticed_and_erased_again_and_goes_on_under_another_name_that_says_whom_it_succeeds() {
        DataCopy.of(original, folder);
        Launch launch = Launch.in(folder);
        isRefused(launch.with("CLAIMTRAIL_AUDIT_ORIGIN", "localhost/log2").end());
        try (Packaged service = launch.start()) {
            Client admin = new Client(service.url(), key);
            String erased = agent;
            admin.send("POST", erased + "/erase", "{\"basis\":\"gdpr_art_17\"}", Map.of("If-Match", "*"))
                    .expect(200);
            String lost = record(admin);
            service.terminate();

            assertThat(restore(original.resolve(ZIP), folder.resolve("data")).code())
                    .isZero();
            service.restart();

            assertThat(service.output()).contains("The audit log is halted").contains("docs/backup.md");
            assertThat(admin.get("/q/health/ready").expect(503).text()).contains("older than what was shown");
            admin.get(erased).expect(410);
            admin.get(lost).expect(404);
            admin.get("/v1/audit/checkpoint").expect(200);
            Reply refused = admin.post("/v1/agents", Map.of("type", "Person", "name", "Nobody"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text()).contains("halted").contains("older than what was shown");
            service.terminate();
            try (Packaged successor = launch.with("CLAIMTRAIL_AUDIT_ORIGIN", "localhost/log2")
                    .with("CLAIMTRAIL_AUDIT_SUCCEEDS", ORIGIN)
                    .start()) {
                record(admin);
                keepsItsOnlyKey(admin);
                assertThat(admin.get("/v1/audit/checkpoint").expect(200).text()).startsWith("localhost/log2\n");
                admin.get(erased).expect(410);
                successor.terminate();
            }
        }
    }

    /** The one of the log that ended does not count. */
    private static void keepsItsOnlyKey(Client admin) {
        for (JsonNode key : admin.get("/v1/audit/keys").expect(200).json().path("items")) {
            if (key.path("vkey").asText().startsWith("localhost/log2+")) {
                String path = "/v1/audit/keys/" + key.path("id").asText();
                admin.send("DELETE", path, null, Map.of()).expect(409);
            }
        }
    }

    /** Another name without saying what it succeeds. */
    private static void isRefused(Ended renamed) {
        assertThat(renamed.code()).isNotZero();
        assertThat(renamed.lines()).anyMatch(line -> line.contains("A log keeps its name for ever"));
    }

    private static Ended backup(Path folder, Path zip) {
        return Launch.in(folder).end("backup", "--data", folder.resolve("data").toString(), "--to", zip.toString());
    }

    private Ended restore(Path zip, Path data) {
        return Launch.in(folder).end("restore", "--from", zip.toString(), "--data", data.toString());
    }

    /** Writes something that is in a published checkpoint; gives its path. */
    private static String record(Client admin) {
        Reply reply = admin.send(
                "POST", "/v1/agents", "{\"type\":\"Person\",\"name\":\"Somebody\"}", Map.of("Prefer", "wait=30"));
        assertThat(reply.expect(201).header("Audit-Index")).isNotEmpty();
        return "/v1/agents/" + reply.id();
    }
}
