package org.claimtrail.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A key to sign the log with, made by Java's own tool in the way that the documentation shows. */
public final class LogKeyFile {

    private static final Path FILE = Path.of("target/log-key-of-tests.p12").toAbsolutePath();

    private LogKeyFile() {}

    /** One key for all logs of the tests, which never meet. */
    public static synchronized Path made() {
        if (!Files.exists(FILE)) {
            Path made = FILE.resolveSibling("log-key-" + ProcessHandle.current().pid() + ".p12");
            make(made);
            publish(made);
        }
        return FILE;
    }

    /** Tests run in two processes: the first one's key is everybody's. */
    private static void publish(Path made) {
        try {
            try {
                Files.createLink(FILE, made);
            } catch (FileAlreadyExistsException e) {
                // the other one was faster
            }
            Files.delete(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "Ed25519",
                "-alias",
                "log",
                "-dname",
                "CN=log",
                "-validity",
                "36500",
                "-storetype",
                "PKCS12",
                "-storepass",
                "claimtrail",
                "-keystore",
                file.toString());
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
