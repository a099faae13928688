package org.claimtrail.shared.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.claimtrail.shared.http.Idempotent;

/**
 * Runs a keyed act once. The answer is stored in the transaction of the act itself, so that there is never one without
 * the other: not after a crash, and not when two nodes get the same key at once, where the loser is rolled back by the
 * unique key of the table. A refused act leaves nothing behind and may be tried again.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {

    private static final Set<String> IN_FLIGHT = ConcurrentHashMap.newKeySet();

    private final KeyedRequest request;
    private final StoredAnswers answers;

    IdempotentInterceptor(KeyedRequest request, StoredAnswers answers) {
        this.request = request;
        this.answers = answers;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        Optional<Act> act = request.act(isRequired(invocation));
        if (act.isEmpty()) {
            return invocation.proceed();
        }
        String scope = act.get().scope();
        if (!IN_FLIGHT.add(scope)) {
            throw StoredAnswers.inFlight();
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> replayOrAct(invocation, act.get()));
        } catch (QuietRefusal refusal) {
            return refusal.response;
        } catch (RuntimeException e) {
            throw StoredAnswers.isTaken(e) ? StoredAnswers.inFlight() : e;
        } finally {
            IN_FLIGHT.remove(scope);
            answers.sweep();
        }
    }

    private Response replayOrAct(InvocationContext invocation, Act act) throws Exception {
        Optional<Answer> earlier = answers.find(act);
        if (earlier.isPresent()) {
            return earlier.get().replay();
        }
        Response response = (Response) invocation.proceed();
        if (response.getStatus() >= 400) {
            throw new QuietRefusal(response);
        }
        Answer answer = request.answer(response);
        answers.store(act, answer, request.subject(answer));
        return answer.first(response);
    }

    private static boolean isRequired(InvocationContext invocation) {
        Idempotent binding = invocation.getMethod().getAnnotation(Idempotent.class);
        return binding != null && binding.required();
    }

    /** Rolls back what a resource did before it answered with an error status instead of throwing. */
    private static final class QuietRefusal extends RuntimeException {

        private final transient Response response;

        QuietRefusal(Response response) {
            super("refused", null, false, false);
            this.response = response;
        }
    }
}
