package org.claimtrail.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Trees, proofs and tiles of every size up to two levels of tiles, held against the definitions. */
class TreePropertyTest {

    @Property(tries = 200)
    void a_frontier_has_the_root_of_the_definition(@ForAll @IntRange(min = 0, max = 1200) int size) {
        List<Hash> leaves = leaves(size);

        Frontier frontier = grown(leaves);

        assertThat(frontier.root()).isEqualTo(Naive.root(leaves));
        assertThat(Frontier.decode(frontier.encode()).root()).isEqualTo(frontier.root());
        assertThat(Frontier.decode(frontier.encode()).size()).isEqualTo(size);
    }

    @Property(tries = 300)
    void an_inclusion_proof_is_that_of_the_definition_and_holds(
            @ForAll @IntRange(min = 1, max = 1200) int size, @ForAll @IntRange(min = 0, max = 1199) int index)
            throws Exception {
        List<Hash> leaves = leaves(size);
        int place = index % size;

        Inclusion proof = Inclusion.build(place, size, Naive.nodes(leaves));

        assertThat(proof.path()).isEqualTo(Naive.path(place, leaves));
        proof.verify(leaves.get(place), Naive.root(leaves));
        refusesWhatWasChanged(proof, leaves.get(place), Naive.root(leaves));
    }

    @Property(tries = 300)
    void a_consistency_proof_is_that_of_the_definition_and_holds(
            @ForAll @IntRange(min = 1, max = 1200) int to, @ForAll @IntRange(min = 1, max = 1200) int earlier)
            throws Exception {
        List<Hash> leaves = leaves(to);
        int from = 1 + earlier % to;
        Hash first = Naive.root(leaves.subList(0, from));
        Hash second = Naive.root(leaves);

        Consistency proof = Consistency.build(from, to, Naive.nodes(leaves));

        assertThat(proof.path()).isEqualTo(from == to ? List.of() : Naive.proof(from, leaves));
        proof.verify(first, second);
        refusesWhatWasChanged(proof, first, second);
    }

    private static void refusesWhatWasChanged(Inclusion proof, Hash leaf, Hash root) {
        for (List<Hash> path : changed(proof.path())) {
            refuses(() -> new Inclusion(proof.index(), proof.size(), path).verify(leaf, root));
        }
        refuses(() -> proof.verify(other(leaf), root));
        refuses(() -> proof.verify(leaf, other(root)));
        refuses(() -> new Inclusion(proof.index() + proof.size(), proof.size(), proof.path()).verify(leaf, root));
        refuses(() -> new Inclusion(-1, proof.size(), proof.path()).verify(leaf, root));
    }

    private static void refusesWhatWasChanged(Consistency proof, Hash first, Hash second) {
        for (List<Hash> path : changed(proof.path())) {
            refuses(() -> new Consistency(proof.from(), proof.to(), path).verify(first, second));
        }
        refuses(() -> proof.verify(other(first), second));
        refuses(() -> proof.verify(first, other(second)));
        refuses(() -> new Consistency(0, proof.to(), proof.path()).verify(first, second));
    }

    /** A path with one hash changed, one left out, one too many. */
    private static List<List<Hash>> changed(List<Hash> path) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> flipped = new ArrayList<>(path);
            flipped.set(i, other(path.get(i)));
            all.add(flipped);
            List<Hash> cut = new ArrayList<>(path);
            cut.remove(i);
            all.add(cut);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        all.add(longer);
        return all;
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(ProofException.class);
    }

    private static Hash other(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[7] ^= 1;
        return Hash.of(bytes);
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(("leaf " + i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    static Frontier grown(List<Hash> leaves) {
        Frontier frontier = Frontier.EMPTY;
        for (Hash leaf : leaves) {
            frontier = frontier.append(leaf);
        }
        return frontier;
    }
}
