package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Ledger.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonPatch;
import io.quarkus.test.junit.QuarkusTest;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.support.Ledger;
import org.claimtrail.support.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Differences between versions of every kind of record. */
@QuarkusTest
class DifferenceTest {

    @ParameterizedTest
    @EnumSource
    void the_patch_applied_to_one_version_gives_the_other(RecordKind kind) {
        String path = kind.recorded();
        kind.edit(path, "another text of several words");
        kind.edit(path, "another text of a few words");

        for (int from = 1; from <= 3; from++) {
            for (int to = 1; to <= 3; to++) {
                JsonNode patch = difference(path, from, to).get("patch");
                byte[] patched = CanonicalJson.bytes(JsonPatch.apply(patch, StoredJson.read(version(path, from))));
                assertThat(patched).isEqualTo(version(path, to));
            }
        }
        assertThat(difference(path, 2, 2).get("patch")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_segments_of_a_text_joined_give_both_texts(RecordKind kind) {
        String path = kind.recorded();
        JsonNode before = StoredJson.read(version(path, 1));
        kind.edit(path, "One “fact” more,\n two\twords ");
        JsonNode after = StoredJson.read(version(path, 2));

        JsonNode prose = difference(path, 1, 2).get("prose");

        JsonNode text = find(prose, "/" + kind.prose());
        assertThat(joined(text, "delete")).isEqualTo(before.get(kind.prose()).textValue());
        assertThat(joined(text, "insert")).isEqualTo(after.get(kind.prose()).textValue());
        assertThat(text.get("segments").findValuesAsText("op")).contains("equal", "delete", "insert");
    }

    @Test
    void a_text_needs_no_blank_to_be_prose() {
        String path = "/v1/claims/" + Ledger.claim("text", "拉致問題は解決した", "inLanguage", "ja");
        Ledger.edit(path, "text", "拉致問題は解決していない").then().statusCode(200);

        assertThat(find(difference(path, 1, 2).get("prose"), "/text").get("segments"))
                .hasSize(3);
    }

    private static byte[] version(String path, int n) {
        return reader().get(path + "/versions/" + n)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static JsonNode difference(String path, int from, int to) {
        byte[] answer = reader().get(path + "/diff?from=" + from + "&to=" + to)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        JsonNode difference = StoredJson.read(answer);
        assertThat(difference.get("from").intValue()).isEqualTo(from);
        assertThat(difference.get("to").intValue()).isEqualTo(to);
        assertThat(path).endsWith("/" + difference.get("id").textValue());
        return difference;
    }

    private static JsonNode find(JsonNode prose, String pointer) {
        for (JsonNode text : prose) {
            if (text.get("pointer").textValue().equals(pointer)) {
                return text;
            }
        }
        throw new AssertionError("nothing of " + pointer + " in " + prose);
    }

    private static String joined(JsonNode text, String op) {
        StringBuilder joined = new StringBuilder();
        for (JsonNode segment : text.get("segments")) {
            String is = segment.get("op").textValue();
            if (is.equals("equal") || is.equals(op)) {
                joined.append(segment.get("text").textValue());
            }
        }
        return joined.toString();
    }
}
