package org.claimtrail.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before a disk is full, as long as there is still room to do something about it; nor while one does not answer,
 * as one does that is reached over a network which is gone.
 */
@Readiness
@ApplicationScoped
class DiskReady implements HealthCheck {

    private static final String NAME = "disk space";

    private final List<Path> folders;
    private final long floor;
    private final Room room;
    private final Question question;

    /** Bytes that may still be written to the disk of a folder. */
    interface Room {
        long in(Path folder) throws IOException;
    }

    /** Where the service writes: folders, and files that may be elsewhere. */
    record Folders(Optional<Path> data, Optional<Path> log, Optional<Path> key, Optional<Path> ledger) {

        private List<Path> all() {
            return Stream.of(data, log, key.flatMap(Folders::of), ledger.flatMap(Folders::of))
                    .flatMap(Optional::stream)
                    .map(folder -> folder.toAbsolutePath().normalize())
                    .distinct()
                    .toList();
        }

        private static Optional<Path> of(Path file) {
            return Optional.ofNullable(file.toAbsolutePath().getParent());
        }
    }

    @Inject
    DiskReady(
            HealthConfig config,
            ManagedExecutor executor,
            @ConfigProperty(name = "claimtrail.data-dir") Optional<Path> data,
            @ConfigProperty(name = "claimtrail.audit.folder") Optional<Path> log,
            @ConfigProperty(name = "claimtrail.audit.key.file") Optional<Path> key,
            @ConfigProperty(name = "claimtrail.erasures.ledger") Optional<Path> ledger) {
        this(
                config,
                executor,
                new Folders(data, log, key, ledger),
                folder -> Files.getFileStore(folder).getUsableSpace());
    }

    DiskReady(HealthConfig config, Executor executor, Folders folders, Room room) {
        this.folders = folders.all();
        this.floor = config.diskFloor().asLongValue();
        this.room = room;
        this.question = new Question(executor, config.diskTimeout(), this::complaint);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        return question.ask()
                .map(reason -> answer.down().withData("reason", reason))
                .orElseGet(answer::up)
                .build();
    }

    private Optional<String> complaint() {
        return folders.stream()
                .filter(Files::isDirectory) // there is none where the database is elsewhere
                .map(this::complaint)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> complaint(Path folder) {
        try {
            long left = room.in(folder);
            return left < floor
                    ? Optional.of(left + " bytes left of the " + floor + " there must be")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("the disk cannot be looked at");
        }
    }
}
