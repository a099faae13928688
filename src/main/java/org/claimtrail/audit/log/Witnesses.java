package org.claimtrail.audit.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.claimtrail.merkle.NoteSignature;
import org.jboss.logging.Logger;

/** Those who cosign what this log shows, so that it cannot show one thing here and another there. */
@ApplicationScoped
class Witnesses {

    private static final Logger LOG = Logger.getLogger(Witnesses.class);

    /** Before they are asked for the first time. */
    private static final int BEFORE_COMPARISON = 40;

    private final LogDatabase database;
    private final List<WitnessClient> clients;
    private final int quorum;
    private final ExecutorService threads = Executors.newCachedThreadPool(Witnesses::thread);

    private final WitnessOutages outages = new WitnessOutages();

    Witnesses(LogConfig config, LogDatabase database) {
        this.database = database;
        this.clients = WitnessList.of(config);
        this.quorum = config.quorum();
    }

    /** A configuration that cannot be used is told at the start, though witnesses are asked later. */
    void onStart(@Observes @Priority(BEFORE_COMPARISON) StartupEvent starting) {
        if (!clients.isEmpty()) {
            LOG.infof("Checkpoints are cosigned by %d of %d witnesses at least.", quorum, clients.size());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable asking) {
        Thread thread = new Thread(asking, "log-witness");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The note with the cosignatures of those who were asked and answered.
     *
     * @throws TooFewWitnesses when fewer did than have to
     * @throws Fork when one that was not heard since the start has seen what this log has not
     */
    byte[] cosign(Signed signed) {
        if (clients.isEmpty()) {
            return signed.note();
        }
        Submission submission = Submission.of(signed, database);
        Map<WitnessClient, WitnessAnswer> answers = askAll(submission);
        complaint(answers).ifPresent(why -> {
            throw new Fork(why);
        });
        List<NoteSignature> cosignatures = answers.values().stream()
                .filter(WitnessAnswer.Cosigned.class::isInstance)
                .map(WitnessAnswer.Cosigned.class::cast)
                .map(WitnessAnswer.Cosigned::signature)
                .toList();
        requireQuorum(cosignatures.size(), signed.size());
        return submission.note().with(cosignatures).encode();
    }

    /** What is wrong when a witness has seen more than the database holds, or something else. */
    Optional<String> ahead(Optional<Signed> last) {
        return last.filter(signed -> !clients.isEmpty())
                .flatMap(signed -> complaint(askAll(Submission.of(signed, database))));
    }

    private Map<WitnessClient, WitnessAnswer> askAll(Submission submission) {
        Map<WitnessClient, CompletableFuture<WitnessAnswer>> asked = new LinkedHashMap<>();
        for (WitnessClient client : clients) {
            asked.put(
                    client,
                    CompletableFuture.supplyAsync(() -> client.ask(submission), threads)
                            .exceptionally(failure -> new WitnessAnswer.Failed(failure.toString())));
        }
        Map<WitnessClient, WitnessAnswer> answers = new LinkedHashMap<>();
        asked.forEach((client, answer) -> answers.put(client, answer.join()));
        outages.tell(answers);
        return answers;
    }

    /**
     * What one says that was not compared with since this process began. Later it is no news: another node may be further,
     * and a witness that errs is not to stop a log that runs.
     */
    private Optional<String> complaint(Map<WitnessClient, WitnessAnswer> answers) {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getKey().isCompared() && isAhead(answer.getValue()))
                .map(answer -> "the witness " + answer.getKey().name() + " "
                        + answer.getValue().words() + ". The database is older than what was shown, or another one.")
                .findFirst();
    }

    /** Another node may have signed in the meantime. */
    private boolean isAhead(WitnessAnswer answer) {
        if (answer instanceof WitnessAnswer.Ahead other) {
            return other.size()
                    > database.read(CheckpointTables::latestSigned)
                            .map(Signed::size)
                            .orElse(0L);
        }
        return answer instanceof WitnessAnswer.OtherTree;
    }

    private void requireQuorum(int cosigned, long size) {
        outages.tellQuorum(cosigned, quorum, size);
        if (cosigned < quorum) {
            throw new TooFewWitnesses(cosigned + " witnesses have cosigned, " + quorum + " have to");
        }
    }
}
