package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.history.ErasureTest.erase;
import static org.claimtrail.history.WithholdingTest.edited;
import static org.claimtrail.history.WithholdingTest.idOf;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.administrator;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.unique;
import static org.claimtrail.support.Newsroom.noSuch;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.support.Everywhere;
import org.claimtrail.support.Json;
import org.claimtrail.support.RecordKind;
import org.claimtrail.support.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Erasures outlive the database: what an older copy brings back is erased again at start. */
@QuarkusTest
class ErasureLedgerTest {

    @Inject
    ErasuresAtStart atStart;

    @Inject
    ErasureLedger ledger;

    @Inject
    Erasures erasures;

    @Inject
    Closures closures;

    @Inject
    Reader reader;

    @Inject
    DataSource database;

    @Inject
    @ConfigProperty(name = "claimtrail.erasures.ledger")
    Path file;

    @Test
    void an_erasure_is_written_down_before_it_is_answered() {
        String path = edited(RecordKind.AGENT);
        ErasedRecord answered = erase(path).then().statusCode(200).extract().as(ErasedRecord.class);

        assertThat(ledger.read()).contains(answered);
    }

    /** Each start would have the file of the database written anew. */
    @Test
    void nothing_is_missing_where_no_ledger_is_kept(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve(DataFiles.DATABASE), "");
        erase(edited(RecordKind.AGENT)).then().statusCode(200);
        ErasureLedger none = new ErasureLedger(Optional::empty, Optional.of(data));

        new ErasuresAtStart(erasures, closures, none, reader).reconcile();

        assertThat(data.resolve(DataFiles.COMPACTION_DUE)).doesNotExist();
    }

    @Test
    void a_refused_erasure_is_not_written_down() throws Exception {
        String path = edited(RecordKind.AGENT);

        Refusal.of(
                administrator()
                        .header("If-Match", "\"1-old\"")
                        .body("{\"basis\":\"court_order\"}")
                        .post(path + "/erase"),
                ProblemType.STALE);

        assertThat(Files.exists(file) ? Files.readString(file) : "").doesNotContain(idOf(path));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_restored_database_holds_again_is_erased_again(RecordKind kind) throws Exception {
        String word = unique();
        String path = kind.recorded();
        kind.edit(path, "text " + word);
        ErasedRecord before = LedgerFileTest.record(idOf(path), ErasureBasis.DEFAMATION_SETTLEMENT);
        ledger.append(before);
        int events = events(path).size();

        atStart.reconcile();
        atStart.reconcile();

        Refusal.of(reader().get(path), ProblemType.ERASED)
                .body(hasJson("basis", equalTo("defamation_settlement")))
                .body(hasJson("erasedAt", equalTo(before.at())));
        assertThat(Everywhere.holding(database, word)).isEmpty();
        assertThat(events(path)).hasSize(events + 1).last().asString().endsWith(".erased");
    }

    @Test
    void nodes_that_are_started_at_once_erase_it_again_once() {
        String path = edited(RecordKind.AGENT);
        ErasedRecord before = LedgerFileTest.record(idOf(path), ErasureBasis.COPYRIGHT);
        int events = events(path).size();

        List<CompletableFuture<Boolean>> nodes = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> erasures.repeat(before)))
                .toList();

        assertThat(nodes.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(events(path)).hasSize(events + 1);
    }

    @Test
    void content_that_is_there_beside_its_erasure_is_erased_again() throws Exception {
        String path = edited(RecordKind.AGENT);
        erase(path).then().statusCode(200);
        execute("insert into audit_content (event_id, part, salt, content) select event_id, 0, salt, salt"
                + " from audit_event join (select min(salt) as salt from audit_content) any_salt on true"
                + " where subject = '" + idOf(path) + "' and type = 'agent.created'");

        atStart.reconcile();

        assertThat(events(path)).hasSize(4);
        assertThat(salts(path)).isEqualTo(2);
    }

    @Test
    void what_is_missing_from_the_ledger_is_added() throws Exception {
        String path = edited(RecordKind.CLAIM);
        ErasedRecord erased = erase(path).then().statusCode(200).extract().as(ErasedRecord.class);
        List<String> lines = Files.readAllLines(file);
        lines.removeIf(line -> line.contains(idOf(path)));
        Files.write(file, lines);
        assertThat(ledger.read()).doesNotContain(erased);

        atStart.reconcile();

        assertThat(ledger.read()).contains(erased);
    }

    @Test
    void a_record_that_the_database_never_had_is_passed_over() {
        ledger.append(LedgerFileTest.record(noSuch(Kind.CLAIM), ErasureBasis.COPYRIGHT));

        atStart.reconcile();

        assertThat(ledger.read()).isNotEmpty();
    }

    private static List<String> events(String path) {
        return administrator()
                .get(path + "/audit?limit=200")
                .then()
                .extract()
                .as(Json.class)
                .at("items.type");
    }

    /** One of each event that tells of an erasure. */
    private int salts(String path) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from audit_content c join audit_event e"
                        + " on e.event_id = c.event_id where e.subject = '" + idOf(path) + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
