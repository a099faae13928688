package org.claimtrail.audit.log;

import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Tells whoever runs the service when a witness falls silent and when it is back: each change once, not each round. */
final class WitnessOutages {

    private static final Logger LOG = Logger.getLogger(Witnesses.class);

    private boolean tooFew;
    /** By the witness's name, why it does not cosign. */
    private Map<String, String> troubles = Map.of();

    synchronized void tell(Map<WitnessClient, WitnessAnswer> answers) {
        Map<String, String> now = new TreeMap<>();
        answers.forEach((client, answer) -> {
            if (!(answer instanceof WitnessAnswer.Cosigned)) {
                now.put(client.name(), answer.words());
            }
        });
        now.forEach((name, words) -> {
            if (!troubles.containsKey(name)) {
                LOG.warnf("The witness %s %s", name, words);
            }
        });
        troubles.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> LOG.infof("The witness %s cosigns again", name));
        troubles = now;
    }

    synchronized void tellQuorum(int cosigned, int quorum, long size) {
        boolean missed = cosigned < quorum;
        if (missed && !tooFew) {
            LOG.warnf(
                    "The checkpoint of %d entries waits until %d witnesses have cosigned it; now %d have",
                    size, quorum, cosigned);
        } else if (tooFew && !missed) {
            LOG.infof("Enough witnesses cosign again; the checkpoint of %d entries is shown", size);
        }
        tooFew = missed;
    }
}
