package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel is asked, in order: nobody sees a checkpoint before the disk has it, in the database and in the anchor file. */
@ExtendWith(ShownOutput.class)
class FsyncIT {

    private static final Pattern BEGINS = Pattern.compile("(\\d+) +(f(?:data)?sync\\(.*?) *<unfinished \\.\\.\\.>");
    private static final Pattern ENDS = Pattern.compile("(\\d+) +<\\.\\.\\. f(?:data)?sync resumed>(.*)");

    @Test
    void the_disk_has_a_checkpoint_before_anyone_sees_it(@TempDir Path folder) throws Exception {
        assumeTrue(canTrace(folder), "no strace that works here");
        Path trace = folder.resolve("trace.txt");
        Launch launch = Launch.in(folder)
                .with("CLAIMTRAIL_EXCHANGE_SEEDS", "false")
                .under(List.of(
                        "strace",
                        "-D",
                        "-f",
                        "--seccomp-bpf",
                        "-y",
                        "-s",
                        "65536", // all of what a checkpoint writes into the database
                        "-e",
                        "trace=fsync,fdatasync,write,writev,pwrite64,sendto,sendmsg",
                        "-o",
                        trace.toString()));
        long size;
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            Reply written = admin.send(
                    "POST", "/v1/agents", "{\"type\":\"Person\",\"name\":\"Traced\"}", Map.of("Prefer", "wait=30"));
            size = Long.parseLong(written.expect(201).header("Audit-Index")) + 1;
            admin.get("/v1/audit/checkpoint").expect(200);
            service.terminate();
        }

        List<String> calls = joined(Files.readAllLines(trace));
        int anchorWritten = first(calls, 0, "pwrite64\\(\\d+<.*log-anchor\\.txt>, \"" + size + " ");
        int anchorSynced = first(calls, anchorWritten, "f(data)?sync\\(\\d+<.*log-anchor\\.txt>\\) *= 0");
        int answered = first(calls, 0, "(write|writev|sendto|sendmsg)\\(.*Audit-Index: " + (size - 1));
        int shown = first(calls, 0, "(write|writev|sendto|sendmsg)\\(.*/v1/audit\\\\n" + size + "\\\\n");
        int databaseWritten =
                first(calls, 0, "pwrite64\\(\\d+<.*claimtrail\\.mv\\.db>, \".*/v1/audit\\\\n" + size + "\\\\n");
        int databaseSynced = first(calls, databaseWritten, "f(data)?sync\\(\\d+<.*claimtrail\\.mv\\.db>\\) *= 0");
        assertThat(databaseSynced)
                .as("the first time that the disk has the checkpoint in the database")
                .isLessThan(anchorWritten);
        assertThat(anchorSynced).isLessThan(answered).isLessThan(shown);
    }

    /**
     * While one thread's call lasts others make theirs, and the trace tells its beginning and its end apart. What is synced
     * counts from the end; what is written, from the beginning, when somebody may see it.
     */
    private static List<String> joined(List<String> lines) {
        Map<String, String> begun = new HashMap<>();
        List<String> calls = new ArrayList<>();
        for (String line : lines) {
            Matcher begins = BEGINS.matcher(line);
            Matcher ends = ENDS.matcher(line);
            if (begins.matches()) {
                begun.put(begins.group(1), begins.group(2));
            }
            calls.add(ends.matches() ? begun.remove(ends.group(1)) + ends.group(2) : line);
        }
        return calls;
    }

    private static int first(List<String> calls, int from, String call) {
        Pattern pattern = Pattern.compile(call);
        for (int i = from; i < calls.size(); i++) {
            if (pattern.matcher(calls.get(i)).find()) {
                return i;
            }
        }
        throw new AssertionError("no call like " + call + " in " + calls.size());
    }

    private static boolean canTrace(Path folder) throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    "strace",
                                    "-f",
                                    "--seccomp-bpf",
                                    "-o",
                                    folder.resolve("try").toString(),
                                    "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            System.out.println("Skipped: " + e.getMessage());
            return false;
        }
    }
}
