package org.claimtrail.audit.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    /** Where the keys and the anchor file are kept, outside of the database. */
    Path folder();

    /**
     * Begins a new anchor file from what the database holds. Only for whoever has lost the file and has made sure, with a
     * checkpoint kept elsewhere, that the database is the newest one.
     */
    @WithDefault("false")
    boolean trustDatabase();

    /** Whether this process takes part in growing the tree; otherwise it shows what others publish. */
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

    /** Who is asked to cosign each checkpoint before it is shown. */
    List<Witness> witnesses();

    /**
     * How many witnesses must have cosigned a checkpoint before it is shown. With 0 it is shown with the cosignatures that
     * came in time; with more, nothing new is shown while fewer witnesses answer.
     */
    @WithDefault("0")
    int quorum();

    /** How long a witness may take to cosign. */
    @WithDefault("2s")
    Duration witnessTimeout();

    /** Who cosigns, by C2SP tlog-witness. */
    interface Witness {

        /** Its submission prefix; {@code /add-checkpoint} is put behind it. */
        URI url();

        /** Its public key for cosignatures, as a signed-note vkey. */
        String vkey();
    }

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
