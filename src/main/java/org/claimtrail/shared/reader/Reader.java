package org.claimtrail.shared.reader;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;

/** Whether this node only reads, and what it answers to who asks for more. */
@Singleton
public class Reader {

    /** The property of a request that was refused, and is answered with where that can be noted. */
    public static final String REFUSED = "claimtrail.reader.refused";

    private final ReaderConfig config;

    public Reader(ReaderConfig config) {
        this.config = config;
    }

    /** Whether this node writes nothing, neither for requests nor by itself. */
    public boolean isOn() {
        return config.enabled();
    }

    /** How long a read waits for what was committed elsewhere. */
    public Duration patience() {
        return isOn() ? config.patience() : Duration.ZERO;
    }

    /**
     * Refuses what this node would have to write.
     *
     * @param why in a sentence
     * @throws Problem 421 on a node that only reads
     */
    public void requireWriting(String why) {
        if (isOn()) {
            throw elsewhere(why);
        }
    }

    /** What to answer in place of a refusal: one that the log takes note of is for a node that can. */
    public Problem instead(Problem refusal) {
        return isOn() && refusal.type() == ProblemType.FORBIDDEN
                ? elsewhere("Whether your credential carries the right to do this is said by a node that can note it.")
                : refusal;
    }

    Problem elsewhere(String why) {
        Problem problem = Problem.of(
                ProblemType.READS_ONLY,
                why + " Nothing was done. Send the same request to a writing node"
                        + config.writer().map(url -> ": " + url).orElse("") + ".");
        config.writer().ifPresent(url -> problem.with("writer", url.toString()));
        return problem;
    }
}
