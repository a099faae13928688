package org.claimtrail.audit.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of the log. */
@ConfigMapping(prefix = "claimtrail.audit")
public interface LogConfig {

    /**
     * The name of the log and of its key: where it can be found, as a URL without its scheme. Choose it before the first
     * checkpoint is shown to anyone: it is part of every one, and cannot be changed.
     */
    @WithDefault("localhost/v1/audit")
    String origin();

    /** The origin that ended when its entries were lost, which this log goes on from under a name of its own. */
    Optional<String> succeeds();

    /** Where the key, the anchor file and the ledger of erasures are kept, outside of the database. */
    Path folder();

    /**
     * Begins a new anchor file from what the database holds. Only for whoever has lost the file and has made sure, with a
     * checkpoint kept elsewhere, that the database is the newest one.
     */
    @WithDefault("false")
    boolean trustDatabase();

    /** Whether this process takes part in growing the tree. */
    @WithDefault("true")
    boolean sequencing();

    /** How long the tree waits at most for what other processes have written. */
    @WithDefault("200ms")
    Duration interval();

    /** How many entries enter the tree in one transaction. */
    @WithDefault("2000")
    int batch();

    /** The key that signs. */
    Key key();

    /** The key that signs: a PKCS #12 file, or a service that keeps the key to itself. */
    interface Key {

        /** The file; without it {@code log-key.p12} in the folder, which the embedded default makes on its first start. */
        Optional<Path> file();

        /** The file's password. The file is to be readable by the service only; the password alone protects little. */
        @WithDefault("claimtrail")
        String password();

        /** Where a remote signer answers, in place of a file. */
        Optional<String> url();

        /** The public key of the remote signer, as a signed-note vkey. */
        Optional<String> vkey();
    }
}
