package org.claimtrail.cli;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrail.shared.start.CannotStart;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Why the service did not start, in words for who started it. */
final class StartFailure {

    /** H2: “Database may be already in use”. */
    private static final int H2_IN_USE = 90020;

    /** Flyway: “Detected resolved migration not applied to database”. Nodes that write do not complain of it. */
    private static final String PENDING = "not applied to database";

    private static final String OLDER =
            "the database is of an older version than this program, and a node that only reads"
                    + " brings none up to date. Start a writing node of this version first.";

    private StartFailure() {}

    /** One line; empty for a failure that nobody foresaw, which deserves its whole trace. */
    static Optional<String> explain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(StartFailure::known)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof CannotStart) {
            return Optional.of(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof ConfigValidationException invalid) {
            return Optional.of("the configuration is wrong: " + problems(invalid));
        }
        if (cause instanceof ConfigurationException wrong) {
            return Optional.of("the configuration is wrong: " + firstLine(String.valueOf(wrong.getMessage())));
        }
        if (cause instanceof QuarkusBindException bind) {
            return Optional.of(firstLine(String.valueOf(bind.getMessage()))
                    + ". Stop the other program, or choose a port with QUARKUS_HTTP_PORT.");
        }
        return database(cause);
    }

    private static Optional<String> database(Throwable cause) {
        if (cause instanceof FlywayValidateException wrong
                && String.valueOf(wrong.getMessage()).contains(PENDING)) {
            return Optional.of(isEmbedded() ? DatabaseIsDurable.NO_COPIES : OLDER);
        }
        if (cause instanceof FlywayValidateException) {
            return Optional.of("the database does not fit this program: it was written by a newer version, or was"
                    + " changed by hand. Use the version that wrote it, or a newer one.");
        }
        if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
            return Optional.of("the database is in use by another process.");
        }
        if (cause instanceof SQLException sql) {
            return Optional.of("the database cannot be opened: " + firstLine(String.valueOf(sql.getMessage())));
        }
        return Optional.empty();
    }

    /** Flyway looks before anything of this program does, and finds an empty file. */
    private static boolean isEmbedded() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.datasource.db-kind", String.class)
                .filter("h2"::equals)
                .isPresent();
    }

    /** What is wrong with each setting, without the codes and class names around it. */
    private static String problems(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(i -> firstLine(invalid.getProblem(i).getMessage()))
                .map(text -> text.replaceAll("(java[.a-zA-Z]+: )?SRCFG\\d+: ", "")
                        .replace(" threw an Exception whilst being converted ", ": "))
                .collect(Collectors.joining(" "));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
