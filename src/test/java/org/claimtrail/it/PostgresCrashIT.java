package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.MortalServer;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The PostgreSQL server under {@code kill -9} while people write: the service stays, says that it is not ready, and goes on by
 * itself when the server is back; what it had answered is there and in the log.
 */
@ExtendWith(ShownOutput.class)
class PostgresCrashIT {

    private static final int WRITERS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void a_killed_server_takes_nothing_with_it_and_the_service_goes_on_when_it_is_back() throws Exception {
        try (MortalServer server = MortalServer.in(folder);
                Packaged service = on(server)) {
            Client admin = service.admin();
            service.awaitOk("/v1/audit/checkpoint");
            PublicLog log = new PublicLog(admin);
            log.look();
            Postings postings = Postings.begin(new Staff(admin), WRITERS).awaitMore(100);

            server.killHard();
            awaitReadiness(admin, 503);
            admin.get("/v1/claims").expect(503);
            server.restart();
            awaitReadiness(admin, 200);
            postings.awaitMore(100).end();

            assertThat(postings.refused()).isEmpty();
            assertThat(postings.turnedAway()).isNotEmpty();
            List<Write.Answered> done = new ArrayList<>(postings.answered());
            postings.turnedAway().forEach(write -> done.add(sentAgain(write, admin)));
            done.forEach(PostgresCrashIT::isThere);
            log.holdsOnce(Write.events(done));
            new Audit(admin).listsWhatItLogged();
            System.out.printf(
                    "PostgresCrashIT: %d writes answered, %d turned away with 503 and done once when sent again%n",
                    postings.answered().size(), postings.turnedAway().size());
        }
    }

    private Packaged on(MortalServer server) {
        String database = server.address().newDatabase();
        return Launch.in(folder)
                .on(Database.POSTGRESQL)
                .with(server.address().environment(database))
                .start();
    }

    private static void isThere(Write.Answered write) {
        assertThat(write.write().by().get(write.url()).expect(200).text())
                .isEqualTo(write.reply().text());
    }

    private static Write.Answered sentAgain(Write write, Client admin) {
        Write.Answered again = new Write.Answered(write, write.send());
        assertThat(again.reply().status()).as("%s", again.reply()).isEqualTo(201);
        assertThat(write.effects().applyAsInt(admin)).isEqualTo(1);
        return again;
    }

    private static void awaitReadiness(Client admin, int status) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (admin.get("/q/health/ready").status() != status) {
            assertThat(System.nanoTime()).as("readiness %d", status).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
