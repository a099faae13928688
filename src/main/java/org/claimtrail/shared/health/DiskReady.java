package org.claimtrail.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before a disk is full, as long as there is still room to do something about it. */
@Readiness
@ApplicationScoped
class DiskReady implements HealthCheck {

    private final List<Path> folders;
    private final long floor;

    DiskReady(
            HealthConfig config,
            @ConfigProperty(name = "claimtrail.data-dir") Optional<Path> data,
            @ConfigProperty(name = "claimtrail.audit.folder") Optional<Path> log) {
        this.folders = Stream.of(data, log).flatMap(Optional::stream).distinct().toList();
        this.floor = config.diskFloor().asLongValue();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("disk space").up();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) { // there is none where the database is elsewhere
                look(folder, answer);
            }
        }
        return answer.build();
    }

    private void look(Path folder, HealthCheckResponseBuilder answer) {
        try {
            long room = Files.getFileStore(folder).getUsableSpace();
            if (room < floor) {
                answer.down().withData("reason", room + " bytes left of the " + floor + " there must be");
            }
        } catch (IOException e) {
            answer.down().withData("reason", "the disk cannot be looked at");
        }
    }
}
