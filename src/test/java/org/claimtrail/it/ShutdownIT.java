package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Told to stop, the packaged program says first that it is going, and leaves nobody without an answer. */
@ExtendWith(ShownOutput.class)
class ShutdownIT {

    private static final int WRITERS = 6;
    private static final String BODY = "{\"type\":\"Person\",\"name\":\"Slow\"}";

    @Test
    void says_that_it_is_not_ready_and_answers_what_is_in_flight(@TempDir Path folder) throws Exception {
        try (Packaged service = Launch.in(folder)
                .with("QUARKUS_SHUTDOWN_DELAY", "3s")
                .with("QUARKUS_SHUTDOWN_TIMEOUT", "2M")
                .with("CLAIMTRAIL_HTTP_BODY_TIMEOUT", "2M")
                .start()) {
            Client admin = service.admin();
            service.awaitOk("/q/health/ready");
            List<SlowWrite> writes = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writes.add(SlowWrite.begin(service.url(), admin.key()));
            }

            CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(service::terminate);

            assertThat(readiness(admin)).contains("503");
            admin.get("/v1/claims?limit=1").expect(200);
            assertThat(writes.get(0).finish()).as("finished in the delay").contains(" 201 ");
            while (!isDraining(admin)) {
                LockSupport.parkNanos(20_000_000);
            }
            for (SlowWrite write : writes.subList(1, WRITERS)) {
                assertThat(write.finish()).as("finished in the drain").contains(" 201 ");
            }
            assertThat(ended.join()).isIn(0, 143);
            assertThat(service.output()).doesNotContain("ERROR");
        }
    }

    /** What readiness answered last while the port was open; waits until it is no longer 200. */
    private static String readiness(Client admin) {
        String last = "200";
        while (last.equals("200")) {
            last = String.valueOf(admin.get("/q/health/ready").status());
            LockSupport.parkNanos(10_000_000);
        }
        return last;
    }

    /** Once the delay is over it still answers, and closes each connection. */
    private static boolean isDraining(Client admin) {
        Reply reply = admin.get("/v1/claims?limit=1").expect(200);
        return reply.headers().firstValue("Connection").filter("close"::equals).isPresent();
    }

    /** A write of which the service has the head and half of the body, so that it is at work on it. */
    private record SlowWrite(Socket socket) {

        static SlowWrite begin(URI service, String key) throws IOException {
            Socket socket = new Socket(service.getHost(), service.getPort());
            String head = "POST /v1/agents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + key + "\r\nContent-Length: " + BODY.length() + "\r\n"
                    + "Expect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(line).contains("100"); // accepted
            socket.getOutputStream().write(BODY.substring(0, 5).getBytes(StandardCharsets.US_ASCII));
            return new SlowWrite(socket);
        }

        /** Sends the rest; gives the whole answer as the service sent it. */
        String finish() throws IOException {
            try (socket) {
                OutputStream out = socket.getOutputStream();
                out.write(BODY.substring(5).getBytes(StandardCharsets.US_ASCII));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                String line = in.readLine();
                while (line != null && line.isEmpty()) {
                    line = in.readLine(); // what ended the interim answer
                }
                return String.valueOf(line);
            }
        }
    }
}
