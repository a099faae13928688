package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on a real database, done for real, and what notices them. docs/attacks.md has the table. */
@ExtendWith(ShownOutput.class)
class TamperIT {

    /** More than a tile. */
    private static final int ENTRIES = 300;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private static Path original;

    @TempDir
    private static Path older;

    @TempDir
    private Path folder;

    private static String vkey = "";
    private static byte[] shown = new byte[0];
    private static String administrator = "";

    private DataCopy copy;

    @BeforeAll
    static void a_service_that_was_used_and_stopped() {
        try (Packaged service = Launch.in(original).start()) {
            Client admin = service.admin();
            administrator = admin.key();
            vkey = admin.get("/v1/audit/keys").json().at("/items/0/vkey").asText();
            service.terminate();
            DataCopy.of(original, older);
            service.restart();
            Staff staff = new Staff(admin);
            new TwoDesks(admin).move();
            close(admin);
            Archive.bringTo(admin);
            Load.until(() -> stopOnceThereIsEnough(service, admin), staff, new Random(7), 4);
        }
    }

    /** While they go on writing; what a reader saw last is kept. */
    private static void stopOnceThereIsEnough(Packaged service, Client admin) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            assertThat(System.nanoTime()).as("entries in time").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
            shown = admin.get("/v1/audit/checkpoint").expect(200).body();
        } while (size(shown) < ENTRIES);
        service.terminate();
    }

    /** One record that is withheld, and one that is erased. */
    private static void close(Client admin) {
        Map<String, String> whatever = Map.of("If-Match", "*");
        for (String act : List.of("withhold", "erase")) {
            String agent = admin.post("/v1/agents", Map.of("type", "Person", "name", act))
                    .expect(201)
                    .id();
            String why = act.equals("erase") ? "{\"basis\":\"copyright\"}" : "{\"reason\":\"legal_order\"}";
            admin.send("POST", "/v1/agents/" + agent + "/" + act, why, whatever).expect(200);
        }
    }

    @BeforeEach
    void on_a_copy() {
        copy = DataCopy.of(original, folder);
    }

    @Test
    void nothing_was_done() {
        assertSound(copy.verify("--vkey", vkey));
    }

    @Test
    void a_verdict_is_reworded() {
        copy.execute("update audit_content set content = stringtoutf8(regexp_replace(utf8tostring(content),"
                + " '\"ratingExplanation\":\"', '\"ratingExplanation\":\"Not so: ')) where part = 0 and event_id in"
                + " (select event_id from audit_event where type = 'assessment.published')");

        assertNoticed("the content does not fit the commitment in its leaf");
    }

    @Test
    void a_content_is_replaced_by_nonsense() {
        copy.execute("update audit_content set content = stringtoutf8('{\"statedOn\":\"never\"}') where part = 0"
                + " and event_id in (select event_id from audit_event where type = 'claim.created')");

        assertNoticed("the content does not fit the commitment in its leaf");
    }

    @Test
    void a_root_is_replaced_by_nonsense() {
        copy.execute("update audit_checkpoint set root = X'00'");

        assertNoticed("but AA== was signed");
    }

    @Test
    void confidential_evidence_is_changed() {
        copy.execute("update audit_content set content = stringtoutf8(utf8tostring(content) || ' ') where part = 1");

        assertNoticed("the confidential part does not fit the commitment");
    }

    @Test
    void a_content_is_deleted() {
        copy.execute("delete from audit_content where event_id = " + event(20));

        assertNoticed("the content is gone, and no later event says it was erased");
    }

    @Test
    void a_leaf_is_changed() {
        copy.execute("update audit_entry set leaf = stringtoutf8(regexp_replace(utf8tostring(leaf), '\"ver\":1',"
                + " '\"ver\":2')) where log_index = 17");

        assertNoticed("audit_entry 17: the leaf does not have the hash that stands beside it");
    }

    @Test
    void a_tile_is_changed() {
        copy.execute(
                "update audit_tile set data = substring(data, 1, 32) || substring(data, 1, 32) || substring(data, 65) where level = 0 and n = 0");

        assertNoticed("audit_tile 0/0: hash 1 is");
    }

    @Test
    void a_record_is_closed_past_the_log() {
        String id = copy.query("select id from claim fetch first row only");
        copy.execute("insert into record_closure (record_id, state, ground, since, event_id) values ('" + id
                + "', 'ERASED', 'GDPR_ART_17', current_timestamp, 'event_00000000000000000000000000')");

        assertNoticed("record_closure " + id + ": the row follows from no event");
    }

    @Test
    void a_record_that_is_closed_is_opened_past_the_log() {
        String id = copy.query("select record_id from record_closure fetch first row only");
        copy.execute("delete from record_closure where record_id = '" + id + "'");

        assertNoticed("record_closure " + id + ": the row is missing");
    }

    @Test
    void an_erased_content_is_put_back() {
        String event =
                copy.query("select e.event_id from audit_event e join record_closure c on c.record_id = e.subject"
                        + " where c.state = 'ERASED' and e.type not like '%.erased' fetch first row only");
        copy.execute("insert into audit_content (event_id, part, salt, content) select '" + event
                + "', 0, salt, content from audit_content where part = 0 fetch first row only");

        assertNoticed("the content is there, and a later event says it was erased");
    }

    @Test
    void a_claim_is_marked_withdrawn_past_the_log() {
        String key = copy.query("select id || '/' || version from claim where status = 'OPEN' limit 1");
        copy.execute("update claim set status = 'WITHDRAWN' where id || '/' || version = '" + key + "'");

        assertNoticed("claim " + key + " status: expected OPEN, found WITHDRAWN");
    }

    @Test
    void a_version_is_dated_back() {
        copy.execute("update record_version set known_from = dateadd(day, -1, known_from) where n = 1 and event_id = "
                + event(30));

        assertNoticed("known_from: expected 20");
    }

    @Test
    void a_draft_is_published_past_the_log() {
        String key =
                copy.query("select id || '/' || version from assessment_version where state = 'SUPERSEDED' limit 1");
        copy.execute("update assessment_version set state = 'PUBLISHED' where id || '/' || version = '" + key + "'");

        assertNoticed("assessment_version " + key + " state: expected SUPERSEDED, found PUBLISHED");
    }

    @Test
    void a_verdict_is_shown_otherwise_in_lists() {
        copy.execute(
                "update claim_verdict set label = 'Quite right' where known_until > timestamp '9999-01-01 00:00:00'");

        assertNoticed("found Quite right");
    }

    @Test
    void a_verdict_holds_on_other_days_in_lists() {
        copy.execute(
                "update claim_verdict set until_day = 0, held_until = timestamp with time zone '2020-01-01 00:00:00+00'");

        assertNoticed("until_day: expected 2147483647, found 0");
        assertNoticed("held_until: expected 9999-12-31T00:00:00.000000Z, found 2020-01-01T00:00:00.000000Z");
    }

    @Test
    void a_key_is_given_more_rights() {
        copy.execute("update api_key set role = 'ADMIN' where role = 'CONTRIBUTOR'");

        assertNoticed("role: expected CONTRIBUTOR, found ADMIN");
    }

    @Test
    void a_key_is_given_more_scopes() {
        copy.execute("update api_key set scopes = null where scopes is not null");

        assertNoticed("scopes: expected write, found null");
    }

    @Test
    void a_key_is_let_stand_longer() {
        copy.execute("update api_key set expires_at = dateadd(year, 9, expires_at) where expires_at is not null");

        assertNoticed("expires_at: expected 20");
    }

    @Test
    void a_key_is_let_in_from_anywhere() {
        copy.execute("update api_key set addresses = null where addresses is not null");

        assertNoticed("addresses: expected 192.0.2.0/24, found null");
    }

    @Test
    void a_key_is_let_ask_more_often() {
        copy.execute("update api_key set rate_limit = 5000 where rate_limit is not null");

        assertNoticed("rate_limit: expected 50, found 5000");
    }

    @Test
    void a_key_is_opened_by_another_secret() {
        copy.execute("update api_key set secret_hash = X'" + "00".repeat(32) + "' where role = 'ADMIN'");

        assertNoticed("secret_hash: expected sha256:");
    }

    @Test
    void a_former_secret_is_let_stand_longer() {
        copy.execute("update api_key set former_until = dateadd(year, 9, former_until) where former_until is not null");

        assertNoticed("former_until: expected 20");
    }

    @Test
    void somebody_is_put_onto_a_desk() {
        String added = copy.query("select d.id || '/' || a.pseudonym from desk d, actor a where not exists"
                + " (select 1 from desk_member m where m.desk = d.id and m.member = a.pseudonym) limit 1");
        copy.execute(
                "insert into desk_member (desk, member, role) values ('" + added.replace("/", "', '") + "', 'EDITOR')");

        assertNoticed("desk_member " + added + ": the row follows from no event");
    }

    @Test
    void an_import_is_given_to_a_desk() {
        copy.execute("update record_import set desk = (select id from desk limit 1)");

        assertNoticed("desk: expected null, found desk_");
    }

    @Test
    void an_import_is_deleted() {
        copy.execute("delete from record_import");

        assertNoticed("TAMPERED record_import ");
    }

    @Test
    void a_contributor_of_a_desk_is_made_its_editor() {
        copy.execute("update desk_member set role = 'EDITOR' where role = 'CONTRIBUTOR'");

        assertNoticed("role: expected CONTRIBUTOR, found EDITOR");
    }

    @Test
    void somebody_is_taken_off_a_desk() {
        copy.execute("delete from desk_member where role = 'EDITOR'");

        assertNoticed("TAMPERED desk_member ");
    }

    @Test
    void a_record_is_moved_to_another_desk() {
        copy.execute("update record_desk r set desk = (select min(id) from desk d where d.id <> r.desk)");

        assertNoticed("desk: expected desk_");
    }

    @Test
    void a_record_is_taken_from_its_desk() {
        copy.execute("delete from record_desk where record_id = (select min(record_id) from record_desk)");

        assertNoticed("TAMPERED record_desk ");
    }

    @Test
    void a_comment_is_resolved_past_the_log() {
        copy.execute("update review_comment set resolved = true where resolved = false and reply_to is null");

        assertNoticed("resolved: expected false, found true");
    }

    @Test
    void a_comment_is_moved_to_another_assessment() {
        copy.execute("update record_part p set whole = 'asmt_01k98n0b00e5ev27be852nn2n5' where exists"
                + " (select 1 from review_comment c where c.id = p.record_id)");

        assertNoticed("whole: expected asmt_");
    }

    @Test
    void a_comment_is_deleted() {
        copy.execute("delete from review_comment where reply_to is not null");

        assertNoticed("TAMPERED review_comment ");
    }

    @Test
    void a_closed_desk_is_opened_again() {
        copy.execute("update desk set closed_at = null where closed_at is not null");

        assertNoticed("closed_at: expected 20");
    }

    @Test
    void an_event_is_said_to_be_by_somebody_else() {
        copy.execute("update audit_event set actor = 'a:somebodyElse0000' where event_id = " + event(40));

        assertNoticed("actor: expected a:");
    }

    @Test
    void the_end_is_cut_off() {
        String size = copy.query("select size from audit_checkpoint order by size desc limit 1 offset 3");
        cutBehind(Long.parseLong(size));

        assertNoticed("its end was cut off");
        assertHalted("It is older than what was shown");
    }

    @Test
    void an_event_in_the_middle_is_deleted() {
        copy.execute("delete from audit_entry where log_index = 50");

        assertNoticed("audit_entry 50: the entry is missing");
    }

    @Test
    void two_entries_change_places() {
        copy.execute("update audit_entry set log_index = -1 where log_index = 60");
        copy.execute("update audit_entry set log_index = 60 where log_index = 61");
        copy.execute("update audit_entry set log_index = 61 where log_index = -1");

        assertNoticed("audit_tile 0/0: hash 60 is");
    }

    @Test
    void every_checkpoint_is_signed_with_another_key() throws Exception {
        try (Insider insider = Insider.withOwnKey(copy)) {
            insider.rebuildTree();
            insider.execute("update audit_key set vkey = '" + insider.vkey() + "'");
            insider.rewriteAnchor(copy.file(DataCopy.ANCHOR));
        }

        assertNoticed("is not signed with " + vkey);
    }

    @Test
    void the_key_file_is_replaced() throws Exception {
        Files.delete(copy.file(DataCopy.KEY));

        Ended ended = Launch.in(folder).end();

        assertThat(ended.reasons()).singleElement().asString().contains("its key is missing");
    }

    @Test
    void the_database_is_replaced_by_an_older_copy() throws Exception {
        Files.copy(
                older.resolve("data").resolve(DataCopy.DATABASE),
                copy.file(DataCopy.DATABASE),
                StandardCopyOption.REPLACE_EXISTING);

        assertNoticed("its end was cut off");
        assertHalted("It is older than what was shown");
    }

    @Test
    void the_anchor_file_is_removed() throws Exception {
        Files.delete(copy.file(DataCopy.ANCHOR));

        assertNoticed("the anchor file is missing");
        assertHalted("the anchor file log-anchor.txt is missing");
    }

    @Test
    void the_anchor_file_is_cut() throws Exception {
        List<String> lines = Files.readAllLines(copy.file(DataCopy.ANCHOR));
        Files.write(copy.file(DataCopy.ANCHOR), lines.subList(0, lines.size() - 1));

        assertNoticed("before what was shown");
    }

    @Test
    void an_insider_rewrites_everything_in_the_database() throws Exception {
        rewriteAll().close();

        Ended ended = copy.verify("--vkey", vkey);

        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.lines().stream().filter(line -> line.startsWith("TAMPERED")))
                .isNotEmpty()
                .allMatch(line -> line.contains("log-anchor.txt") && line.contains("entries were changed"));
        assertHalted("Entries were changed");
    }

    @Test
    void an_insider_rewrites_the_anchor_file_too_and_a_reader_kept_a_checkpoint() throws Exception {
        try (Insider insider = rewriteAll()) {
            insider.rewriteAnchor(copy.file(DataCopy.ANCHOR));
        }
        Path kept = Files.write(folder.resolve("kept-by-a-reader.txt"), shown);

        assertSound(copy.verifyHere("--vkey", vkey)); // nothing inside tells, which is what checkpoints are for
        assertThat(copy.verifyHere("--vkey", vkey, "--checkpoints", kept.toString())
                        .lines())
                .anyMatch(line -> line.contains("kept-by-a-reader.txt") && line.contains("entries were changed"));
    }

    private Insider rewriteAll() throws Exception {
        Insider insider = Insider.withKeyOf(copy);
        insider.rewriteContents("\"ratingExplanation\":\"", "\"ratingExplanation\":\"Not so: ");
        insider.rebuildTree();
        insider.execute("checkpoint sync");
        return insider;
    }

    /** Takes the log back to a size, in all of its tables; a database that is older altogether has a test of its own. */
    private void cutBehind(long size) {
        copy.execute("delete from audit_entry where log_index >= " + size);
        copy.execute("delete from audit_published where size > " + size);
        copy.execute("delete from audit_checkpoint where size > " + size);
        try (Insider insider = Insider.withKeyOf(copy)) {
            insider.rebuildTree();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String event(int index) {
        return "(select event_id from audit_entry where log_index = " + index + ")";
    }

    private static long size(byte[] checkpoint) {
        return Long.parseLong(
                new String(checkpoint, StandardCharsets.UTF_8).lines().toList().get(1));
    }

    private static void assertSound(Ended ended) {
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.lines()).contains("SOUND");
    }

    /** {@code verify} says these words and ends with 1. */
    private void assertNoticed(String words) {
        Ended ended = copy.verifyHere("--vkey", vkey);

        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.lines()).anyMatch(line -> line.startsWith("TAMPERED") && line.contains(words));
    }

    /** The service starts, says why it signs nothing, answers reads and refuses writes. */
    private void assertHalted(String words) {
        try (Packaged service = Launch.in(folder).start()) {
            Client admin = new Client(service.url(), administrator);
            admin.get("/v1/claims").expect(200);
            String refusal = admin.post("/v1/agents", Map.of("type", "Person", "name", "Kim"))
                    .expect(503)
                    .text();

            assertThat(refusal).contains(words);
            assertThat(service.output()).contains("The audit log is halted", words);
        }
    }
}
