package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.search.IndexedClaims.claim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(isOnDisk("zebrafish")).isTrue();

        index.put(Set.of(IndexedClaims.id(1)), List.of());
        index.show();
        assertThat(isOnDisk("Zebrafish")).isTrue();
        index.purge(); // what lies beside others is not written anew without it

        assertThat(isOnDisk("Zebrafish")).isFalse();
        assertThat(isOnDisk("zebrafish")).isFalse();
        assertThat(IndexedClaims.found(index, "words")).containsExactly(2);
    }

    @Test
    void what_is_shown_is_found_though_another_thread_writes_the_index_anew() {
        AtomicBoolean going = new AtomicBoolean(true);
        CompletableFuture<Void> purging = CompletableFuture.runAsync(() -> {
            while (going.get()) {
                index.purge();
            }
        });
        try {
            for (int round = 0; round < 300; round++) {
                index.put(Set.of(), List.of(claim(round % 20, "xx", "round" + round)));
                index.show();

                assertThat(IndexedClaims.found(index, "round" + round)).containsExactly(round % 20);
            }
        } finally {
            going.set(false);
            purging.join();
        }
    }

    @Test
    void a_phrase_ends_with_its_text() {
        index.put(Set.of(), List.of(claim(1, "en", "One text ends", "here begins another")));
        index.show();

        assertThat(IndexedClaims.found(index, "\"here begins\"")).containsExactly(1);
        assertThat(IndexedClaims.found(index, "\"another speaker\"")).isEmpty(); // the name comes next
    }

    @Test
    void a_claim_that_cannot_be_written_keeps_no_other_from_being_found() throws IOException {
        index.close();
        index = ClaimIndex.in(Files.createDirectory(folder.resolve("second")), claim -> {
            if (claim.text().equals("broken words")) {
                throw new UnsupportedOperationException("cannot be written");
            }
            return IndexedClaims.shown(claim);
        });
        index.put(Set.of(), List.of(claim(2, "xx", "whole words")));

        index.put(
                Set.of(IndexedClaims.id(1), IndexedClaims.id(2), IndexedClaims.id(3)),
                List.of(claim(1, "xx", "words"), claim(2, "xx", "broken words"), claim(3, "xx", "other words")));
        index.show();

        assertThat(IndexedClaims.found(index, "words")).containsExactlyInAnyOrder(1, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar", "bg", "bn", "ca", "ckb", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga",
                        "gl",
                "hi", "hu", "hy", "id", "it", "lt", "lv", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sr", "sv",
                        "ta",
                "te", "th", "tr", "zh", "ja", "ko", "xx"
            })
    void the_wording_of_a_claim_finds_it_in_every_language(String language) {
        String text = "Claim claims – mañana 12 Zähler, Übung, слово, λέξη, كلمة, शब्द, คำพูด, 日本語の言葉, 단어";
        index.put(Set.of(), List.of(claim(1, language, text), claim(2, "en", "Others"), claim(3, "de", "Andere")));
        index.show();

        assertThat(IndexedClaims.found(index, text)).containsExactly(1);
    }

    @Test
    void a_word_that_says_nothing_in_one_language_has_to_be_found_in_the_others() {
        index.put(
                Set.of(),
                List.of(claim(1, "en", "Iraq war"), claim(2, "en", "Iraq peace"), claim(3, "de", "Irak Iraq Frieden")));
        index.show();

        assertThat(IndexedClaims.found(index, "iraq war")).containsExactlyInAnyOrder(1, 3); // German: was
        assertThat(IndexedClaims.found(index, "iraq -war")).containsExactlyInAnyOrder(2, 3);
        assertThat(IndexedClaims.found(index, "-iraq")).isEmpty();
        assertThat(IndexedClaims.found(index, "-peace")).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void words_that_say_nothing_are_found_where_nothing_else_is_asked_for() {
        index.put(Set.of(), List.of(claim(1, "en", "WHO says so"), claim(2, "en", "Somebody says so")));
        index.show();

        assertThat(IndexedClaims.found(index, "who")).containsExactly(1);
        assertThat(IndexedClaims.found(index, "who says")).startsWith(1);
        assertThat(IndexedClaims.found(index, "\"who says\"")).containsExactly(1);
    }

    @Test
    void so_they_are_beside_claims_in_whose_language_they_say_something() {
        index.put(
                Set.of(),
                List.of(
                        claim(1, "en", "WHO says so"),
                        claim(2, "en", "Somebody says so"),
                        claim(3, "de", "Die WHO sagt")));
        index.show();

        assertThat(IndexedClaims.found(index, "who")).containsExactlyInAnyOrder(1, 3);
        assertThat(IndexedClaims.found(index, "-who")).containsExactly(2);
        assertThat(IndexedClaims.found(index, "...")).isEmpty();
    }

    @Test
    void what_is_found_in_the_wording_comes_before_what_is_found_beside_it() {
        index.put(
                Set.of(),
                List.of(
                        claim(1, "en", "Other words of about the same length", "ships"),
                        claim(2, "en", "Ships and words of about the same length")));
        index.show();

        assertThat(IndexedClaims.found(index, "ships")).containsExactly(2, 1);
    }

    @Test
    void counts_to_a_thousand_and_leads_no_further() {
        index.put(
                Set.of(),
                IntStream.range(0, 1_200).mapToObj(n -> claim(n, "en", "words")).toList());
        index.show();

        Found first = IndexedClaims.search(index, "words", 0, 20);
        Found last = IndexedClaims.search(index, "words", 980, ClaimSearch.DEEPEST);

        assertThat(first.items()).hasSize(20);
        assertThat(first.next()).isNotNull();
        assertThat(first.total().relation()).isEqualTo(Total.Relation.AT_LEAST);
        assertThat(first.total().value()).isBetween(1_000L, 1_200L);
        assertThat(last.items()).hasSize(20);
        assertThat(last.next()).isNull();
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
