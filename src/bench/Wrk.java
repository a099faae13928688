import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks a service by wrk with ask.lua, and says what came of it. Compiled with whoever measures. */
final class Wrk {

    private static final Pattern RESULT =
            Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    /** Of the kernel's clock that /proc counts in, a second. */
    private static final double TICKS = 100;
    private static final int QUESTIONS = 10_000;
    /** As ask.lua knows it. */
    private static final String LINE_END = "\u0001";

    private final Path script;
    private final Path out;

    /** One kind of request; no bodies for one that has none. */
    record Ask(String method, Path paths, String key, Path bodies) {}

    /** Of one round: those that were done a second, milliseconds, microseconds of processor time each, those that failed. */
    record Round(double rate, double median, double p99, double cpu, long failures) {

        /** The same for what each request brings. */
        Round of(int records) {
            return new Round(rate * records, median, p99, cpu / records, failures);
        }
    }

    Wrk(Path folderOfScript, Path out) {
        this.script = folderOfScript.resolve("ask.lua");
        this.out = out;
    }

    /** The body of a new claim, for {@link #ask}. */
    static String claim(String agent, String source) {
        return "{\"text\":\"Claim number %d of the bench says WORDS\","
                + "\"inLanguage\":\"en\",\"claimant\":\"" + agent + "\",\"statedOn\":\"1980\",\"about\":[\"topic 1\"],"
                + "\"appearances\":[{\"source\":\"" + source + "\",\"attribution\":[{\"agent\":\"" + agent
                + "\",\"mode\":\"reported\"}]}]}";
    }

    /** One of 5,000, the n-th most frequent of which is n times as rare as the first, as in any language (Zipf's law). */
    static String word(Random random) {
        return "word" + (int) Math.pow(5000, random.nextDouble());
    }

    /** Pairs of words that a claim may have, as somebody asks who has it in front of them. */
    static Stream<String> questions(String blank) {
        Random random = new Random(1);
        return IntStream.range(0, QUESTIONS).mapToObj(n -> word(random) + blank + word(random));
    }

    /** A kind of request without a body. */
    Ask get(String key, Stream<String> paths) throws IOException {
        return new Ask("GET", lines(paths), key, null);
    }

    /** One with bodies; WORDS in the template become some. */
    Ask ask(String method, String key, Stream<String> paths, String template) throws IOException {
        Random random = new Random(1);
        return new Ask(method, lines(paths), key, lines(IntStream.range(0, 100).mapToObj(i -> {
            String words = IntStream.range(0, 30)
                    .mapToObj(k -> word(random))
                    .collect(Collectors.joining(" "));
            return template.replace("WORDS", words);
        })));
    }

    /** Files of claims to be imported, each with a name of its own. */
    Ask files(String key, Stream<String> paths, int lines, String claim) throws IOException {
        Random random = new Random(1);
        return new Ask("POST", lines(paths), key, lines(IntStream.range(0, 5).mapToObj(file -> IntStream.range(0, lines)
                .mapToObj(line -> "{\"kind\":\"claim\",\"name\":\"c%d-" + line + "\",\"content\":"
                        + claim.replace("WORDS", IntStream.range(0, 30)
                                .mapToObj(k -> word(random))
                                .collect(Collectors.joining(" ")))
                        + "}")
                .collect(Collectors.joining(LINE_END)))));
    }

    /**
     * One round.
     *
     * @param pid of the service's process
     * @param pause milliseconds that a connection waits on average before it asks again, or nothing
     */
    Round run(String url, String pid, Ask ask, int connections, int seconds, String pause) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t", "1", "-c", "" + connections, "-d", seconds + "s", "--timeout", "10s", "-s", script.toString(),
                url, "--", ask.method, ask.paths.toString(), ask.key));
        if (ask.bodies != null) {
            command.add(ask.bodies.toString());
        }
        double before = cpu(pid);
        ProcessBuilder wrk = new ProcessBuilder(command).redirectErrorStream(true);
        wrk.environment().put("PAUSE", pause);
        Process process = wrk.start();
        String output = new String(process.getInputStream().readAllBytes());
        Matcher result = RESULT.matcher(output);
        if (process.waitFor() != 0 || !result.find()) {
            throw new IllegalStateException(String.join(" ", command) + ":\n" + output);
        }
        long failures = Long.parseLong(result.group(3));
        long done = Long.parseLong(result.group(1)) - failures;
        return new Round(
                done / (Long.parseLong(result.group(2)) / 1e6),
                Long.parseLong(result.group(4)) / 1e3,
                Long.parseLong(result.group(5)) / 1e3,
                (cpu(pid) - before) * 1e6 / done,
                failures);
    }

    /** Of each figure the median; of failures the sum. */
    static Round median(Round[] rounds) {
        return new Round(
                median(rounds, Round::rate), median(rounds, Round::median), median(rounds, Round::p99), median(rounds, Round::cpu),
                Arrays.stream(rounds).mapToLong(Round::failures).sum());
    }

    private static double median(Round[] rounds, ToDoubleFunction<Round> what) {
        double[] sorted = Arrays.stream(rounds).mapToDouble(what).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Seconds of processor time that a process has had. */
    private static double cpu(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private Path lines(Stream<String> lines) throws IOException {
        Path file = Files.createTempFile(out, "wrk", ".txt");
        file.toFile().deleteOnExit();
        Files.write(file, lines.toList());
        return file;
    }
}
