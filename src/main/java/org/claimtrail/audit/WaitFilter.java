package org.claimtrail.audit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.claimtrail.audit.log.LogReader;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.Preference;
import org.claimtrail.shared.http.SafeMethods;
import org.jboss.logging.Logger;

/**
 * {@code Prefer: wait=N} (RFC 7240 section 4.3): the answer to a write, once a published checkpoint covers it, with its
 * place and its proof; or without them when the time is over. Here and not in the service, because the write must have
 * been committed.
 */
@Provider
class WaitFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(WaitFilter.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Who waits holds a thread; beyond these nobody is made to wait, which RFC 7240 allows. */
    private final Semaphore seats = new Semaphore(50);

    private final Published published;
    private final LogReader log;

    WaitFilter(Published published, LogReader log) {
        this.published = published;
        this.log = log;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object event = response.getHeaders().getFirst(AuditHeaders.EVENT);
        if (event != null && !SafeMethods.has(request.getMethod()) && response.getStatus() < 300) {
            Preference.of(request.getHeaderString("Prefer"))
                    .waitFor()
                    .ifPresent(patience -> await(event.toString(), patience, response.getHeaders()));
        }
    }

    private void await(String event, Duration patience, MultivaluedMap<String, Object> headers) {
        if (!seats.tryAcquire()) {
            return;
        }
        try {
            OptionalLong index = published.await(event, patience.compareTo(LONGEST) < 0 ? patience : LONGEST);
            index.ifPresent(place -> tell(place, headers));
            headers.add("Preference-Applied", "wait=" + patience.toSeconds());
        } catch (RuntimeException e) {
            // What was asked for is done: to say now that the database cannot be reached would make people do it again.
            LOG.debugf(e, "The place of %s could not be waited for", event);
        } finally {
            seats.release();
        }
    }

    private void tell(long index, MultivaluedMap<String, Object> headers) {
        headers.putSingle(AuditHeaders.INDEX, index);
        log.proof(index)
                .map(proof -> Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(proof -> headers.putSingle(AuditHeaders.PROOF, proof));
    }
}
