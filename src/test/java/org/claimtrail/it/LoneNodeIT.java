package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.PostgresServer;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that takes itself to be alone answers at once to who writes, though another one may be there in a moment: one that has
 * just started, and one that stood still for so long that nobody reckoned with it. What was answered is seen there all the same.
 */
@ExtendWith(ShownOutput.class)
class LoneNodeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();

    @TempDir
    private Path folder;

    private final List<Packaged> nodes = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Packaged::close);
    }

    @Test
    void who_reads_at_a_node_that_nobody_reckons_with_sees_what_was_answered() throws Exception {
        Packaged writing = start(launch("one"));
        Staff staff = new Staff(writing.admin());
        awaitOthers(writing.admin(), 0);

        Launch launch = launch("two").with("CLAIMTRAIL_AUDIT_TRUST_DATABASE", "true");
        Client elsewhere = anybody(launch);
        new ReadElsewhere(writing.admin(), elsewhere).showsWhatWasAnswered(staff, () -> start(launch));
        awaitOthers(writing.admin(), 1);
        awaitOthers(elsewhere, 1);

        Packaged newcomer = nodes.get(1);
        newcomer.standStill();
        awaitOthers(writing.admin(), 0);
        new ReadElsewhere(writing.admin(), elsewhere).showsWhatWasAnswered(staff, newcomer::goOn);
        awaitOthers(writing.admin(), 1);

        newcomer.terminate();
        awaitOthers(writing.admin(), 0);
        writing.terminate();
        assertThat(server.query(database, "select count(*) from node")).isEqualTo("0");
    }

    private Packaged start(Launch launch) {
        Packaged node = launch.start();
        nodes.add(node);
        return node;
    }

    private Launch launch(String name) throws IOException {
        return Launch.in(Files.createDirectories(folder.resolve(name)))
                .on(Database.POSTGRESQL)
                .with(server.environment(database));
    }

    private static Client anybody(Launch launch) {
        return new Client(URI.create("http://127.0.0.1:" + launch.port()), "");
    }

    /** As operators see it. */
    private static void awaitOthers(Client node, int count) {
        String line = "claimtrail_nodes_others " + count + ".0\n";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!node.get("/q/metrics").text().contains(line)) {
            assertThat(System.nanoTime()).as(line).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
