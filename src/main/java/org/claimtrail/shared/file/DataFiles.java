package org.claimtrail.shared.file;

import java.nio.file.Path;
import java.util.List;

/** The names of what lies in the data folder; a backup has to know all of them. */
public final class DataFiles {

    /** The embedded database. */
    public static final String DATABASE = "claimtrail.mv.db";

    /** The key that signs the log. */
    public static final String LOG_KEY = "log-key.p12";

    /** The key that cosigns other logs. */
    public static final String WITNESS_KEY = "witness-key.p12";

    /** What was cosigned last of each of the other logs. */
    public static final String WITNESS_SEEN = "witness-seen.txt";

    /** Every checkpoint that was signed. */
    public static final String ANCHOR = "log-anchor.txt";

    /** What was erased, unless configured otherwise. */
    public static final String ERASURES = "erasures.jsonl";

    /** Left by an erasure: the file of the embedded database is to be written anew as soon as nobody has it open. */
    public static final String COMPACTION_DUE = "compaction-due";

    /** Left by a move: the ledger lives on elsewhere, and a service that went on from here would be a second one. */
    public static final String MOVED = "moved-to-postgresql.txt";

    /** What belongs to the service and is not in its database, so that it can tell what that may have forgotten. */
    public static final List<String> BESIDE = List.of(LOG_KEY, WITNESS_KEY, WITNESS_SEEN, ANCHOR, ERASURES);

    private DataFiles() {}

    /** Where one of these is, when keys and anchor file have a folder of their own. */
    public static Path within(Path data, Path audit, String name) {
        return (name.equals(ERASURES) ? data : audit).resolve(name);
    }
}
