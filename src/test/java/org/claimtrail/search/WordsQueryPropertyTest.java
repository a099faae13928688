package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.claimtrail.claims.PublicClaim;

/** All words of a question, and none that is excluded, stand in what is found; in a language without a grammar exactly those. */
class WordsQueryPropertyTest {

    private static final List<String> WORDS = List.of("sea", "land", "sky", "ship", "port", "crew", "café", "拉致");

    private final IndexFolder folder;
    private final ClaimIndex index;

    WordsQueryPropertyTest() throws IOException {
        folder = IndexFolder.in(Files.createTempDirectory(Path.of("target"), "words"));
        index = ClaimIndex.in(folder.files(), IndexedClaims::shown);
    }

    @AfterProperty
    void close() throws IOException {
        index.close();
        folder.close();
    }

    @Property(tries = 200)
    void finds_exactly_the_claims_with_all_words_and_none_that_is_excluded(
            @ForAll("texts") List<List<String>> texts,
            @ForAll("words") List<String> wanted,
            @ForAll("excluded") List<String> excluded) {
        index.clear();
        index.put(
                Set.of(),
                IntStream.range(0, texts.size())
                        .mapToObj(n -> claim(n, texts.get(n)))
                        .toList());
        index.show();

        String question = String.join(" ", wanted)
                + String.join("", excluded.stream().map(word -> " -" + word).toList());

        assertThat(IndexedClaims.found(index, question))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, texts.size())
                        .filter(n -> new HashSet<>(texts.get(n)).containsAll(wanted))
                        .filter(n -> excluded.stream().noneMatch(texts.get(n)::contains))
                        .boxed()
                        .toList());
    }

    private static PublicClaim claim(int number, List<String> words) {
        return IndexedClaims.claim(number, "xx", String.join(" ", words));
    }

    @Provide
    Arbitrary<List<List<String>>> texts() {
        return words().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> excluded() {
        return Arbitraries.of(WORDS).list().ofMaxSize(2);
    }
}
