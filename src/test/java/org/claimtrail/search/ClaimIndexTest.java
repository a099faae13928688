package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.search.IndexedClaims.claim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index has, and has no more. */
class ClaimIndexTest {

    @TempDir
    Path folder;

    private ClaimIndex index;

    @BeforeEach
    void open() throws IOException {
        index = ClaimIndex.in(folder, IndexedClaims::shown);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void a_claim_takes_the_place_of_what_it_was_before() {
        index.put(Set.of(), List.of(claim(1, "xx", "before")));
        index.put(Set.of(), List.of(claim(1, "xx", "after")));
        index.show();

        assertThat(IndexedClaims.found(index, "before")).isEmpty();
        assertThat(IndexedClaims.found(index, "after")).containsExactly(1);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void an_id_without_a_claim_is_found_no_more() {
        index.put(Set.of(), List.of(claim(1, "xx", "words"), claim(2, "xx", "words")));
        index.put(Set.of(IndexedClaims.id(1), IndexedClaims.id(2)), List.of(claim(2, "xx", "words")));
        index.show();

        assertThat(IndexedClaims.found(index, "words")).containsExactly(2);
    }

    @Test
    void knows_which_claims_show_something_of_a_record() {
        index.put(Set.of(), List.of(claim(1, "xx", "words"), claim(2, "xx", "words")));
        index.show();

        assertThat(index.showing(List.of(IndexedClaims.CLAIMANT)))
                .containsExactlyInAnyOrder(IndexedClaims.id(1), IndexedClaims.id(2));
        assertThat(index.showing(List.of(IndexedClaims.id(1)))).containsExactly(IndexedClaims.id(1));
    }

    @Test
    void what_was_erased_is_on_the_disk_no_more() throws IOException {
        index.put(Set.of(), List.of(claim(1, "en", "Zebrafish secrets"), claim(2, "en", "Other words")));
        IntStream.range(3, 100).forEach(n -> index.put(Set.of(), List.of(claim(n, "en", "Many more " + n))));
        index.show();
        assertThat(isOnDisk("Zebrafish")).isTrue();

        index.put(Set.of(IndexedClaims.id(1)), List.of());
        index.show();
        assertThat(isOnDisk("Zebrafish")).isTrue();
        index.purge(); // what lies beside others is not written anew without it

        assertThat(isOnDisk("Zebrafish")).isFalse();
        assertThat(isOnDisk("zebrafish")).isFalse();
        assertThat(IndexedClaims.found(index, "words")).containsExactly(2);
    }

    @Test
    void a_phrase_ends_with_its_text() {
        index.put(Set.of(), List.of(claim(1, "en", "One text ends", "here begins another")));
        index.show();

        assertThat(IndexedClaims.found(index, "\"here begins\"")).containsExactly(1);
        assertThat(IndexedClaims.found(index, "\"another speaker\"")).isEmpty(); // the name comes next
    }

    private boolean isOnDisk(String word) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> has(file, word));
        }
    }

    private static boolean has(Path file, String word) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            return false; // deleted meanwhile
        }
    }
}
