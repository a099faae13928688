package org.claimtrail.cli.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.EntryBundle;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.ProofException;

/** Audits what a log shows to everyone: builds the tree again from all entries and compares every tile and the root. */
final class PublishedLog implements TileSink {

    private final LogSource source;
    private final Trust trust;
    private final KnownCheckpoints known;
    private final Findings findings;
    private final Chains chains;
    private final TreeGrowth tree = new TreeGrowth(this);
    private final Map<Integer, Fetches> tiles = new HashMap<>();
    private TilePaths paths = new TilePaths(0);

    PublishedLog(LogSource source, Trust trust, KnownCheckpoints known, Findings findings) {
        this.source = source;
        this.trust = trust;
        this.known = known;
        this.findings = findings;
        this.chains = new Chains(findings);
    }

    /**
     * Audits all of it.
     *
     * @throws UnreachableException when it cannot be read to its end
     */
    void audit() {
        Optional<byte[]> note = source.read(LogSource.CHECKPOINT);
        if (note.isEmpty()) {
            findings.warn("there is no checkpoint: the log is empty, or shows nothing");
        }
        try {
            if (note.isPresent()) {
                entries(open(note.get()));
            }
            known.end(tree.size());
        } catch (BrokenLogException e) {
            findings.problem(e.place(), String.valueOf(e.getMessage()));
        }
        findings.count("entries", tree.size());
    }

    private Checkpoint open(byte[] note) throws BrokenLogException {
        try {
            Checkpoint checkpoint = trust.open(note);
            known.add(checkpoint.size(), checkpoint.root(), LogSource.CHECKPOINT);
            findings.count("checkpoints", 1);
            return checkpoint;
        } catch (ProofException e) {
            throw new BrokenLogException(LogSource.CHECKPOINT, String.valueOf(e.getMessage()));
        }
    }

    private void entries(Checkpoint checkpoint) throws BrokenLogException {
        paths = new TilePaths(checkpoint.size());
        Fetches bundles = new Fetches(source, paths.entries().iterator());
        for (long n = 0; n < paths.bundles(); n++) {
            bundle(n, bundles.next());
        }
        tree.end();
        chains.end();
    }

    private void bundle(long n, Optional<byte[]> bytes) throws BrokenLogException {
        String place = "entry bundle " + n;
        List<byte[]> leaves;
        try {
            leaves = EntryBundle.decode(bytes.orElseThrow(() -> new BrokenLogException(place, "it is not there")));
        } catch (IllegalArgumentException e) {
            throw new BrokenLogException(place, String.valueOf(e.getMessage()));
        }
        if (leaves.size() != paths.width(0, n)) {
            throw new BrokenLogException(place, "it has " + leaves.size() + " entries, not " + paths.width(0, n));
        }
        for (byte[] leaf : leaves) {
            leaf(leaf);
        }
    }

    private void leaf(byte[] leaf) throws BrokenLogException {
        try {
            chains.add(LeafEvent.parse(leaf));
        } catch (ProofException e) {
            findings.problem("entry " + tree.size(), String.valueOf(e.getMessage()));
        }
        tree.append(Hash.leaf(leaf));
        known.compare(tree.size(), tree.root());
    }

    @Override
    public void tile(int level, long n, List<Hash> hashes, Hash root) throws BrokenLogException {
        String path = paths.tile(level, n);
        byte[] shown = tiles.computeIfAbsent(
                        level, any -> new Fetches(source, paths.tiles(level).iterator()))
                .next()
                .orElseThrow(() -> new BrokenLogException(path, "it is not there"));
        TileBytes.compare(path, hashes, shown, findings);
    }
}
