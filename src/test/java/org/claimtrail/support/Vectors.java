package org.claimtrail.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Third-party test vectors. They are not part of this repository: they lie in {@code shared/vectors}, beside the
 * project or beside one of the folders above it, or in the folder that {@code -Dclaimtrail.shared} names. Without them
 * a test is skipped, not failed.
 */
public final class Vectors {

    private static final String PROPERTY = "claimtrail.shared";

    private Vectors() {}

    /** The folder of one suite, such as {@code jcs}; ends the test as skipped when it is not there. */
    public static Path folder(String suite) {
        return shared("vectors/" + suite);
    }

    /** A folder of what is shared, such as {@code seeds}; ends the test as skipped when it is not there. */
    public static Path shared(String name) {
        Optional<Path> found = root().map(root -> root.resolve(name)).filter(Files::isDirectory);
        if (found.isEmpty()) {
            String reason = "Skipped: no shared/" + name + " near "
                    + Path.of("").toAbsolutePath() + "; name the shared folder with -D" + PROPERTY;
            System.out.println(reason);
            assumeTrue(false, reason);
        }
        return found.orElseThrow();
    }

    /** The files of one folder, in the order of their names. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is shared, where it is here. */
    public static Optional<Path> root() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve("shared"))
                .filter(shared -> Files.isDirectory(shared.resolve("vectors")))
                .findFirst();
    }
}
