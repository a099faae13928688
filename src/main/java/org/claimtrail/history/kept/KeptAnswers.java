package org.claimtrail.history.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The answers in memory, by the address that was asked for. */
@Singleton
class KeptAnswers {

    private static final int PART_OF_HEAP = 8;

    /**
     * Not that anything gets old: so that whatever was changed beside this service, by hand, is seen at last, and that what
     * was erased while it was read, or is asked for no more, leaves memory.
     */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Changes changes;
    private final long room;
    private final Cache<String, KeptAnswer> answers;

    KeptAnswers(Changes changes, KeptConfig config) {
        this.changes = changes;
        this.room = Math.min(config.memory().asLongValue(), Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        this.answers = Caffeine.newBuilder()
                .maximumWeight(Math.max(0, room))
                .weigher((String address, KeptAnswer answer) -> 2 * address.length() + answer.weight())
                .expireAfterWrite(LONGEST)
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /** Whether anything is kept at all. */
    boolean isOn() {
        return room > 0;
    }

    boolean has(String address) {
        return answers.getIfPresent(address) != null;
    }

    /** What is still right as of the last look; what is not is forgotten. */
    @Nullable
    KeptAnswer current(String address) {
        KeptAnswer answer = answers.getIfPresent(address);
        if (answer != null && !changes.isCurrent(answer.at(), answer.of())) {
            answers.asMap().remove(address, answer);
            return null;
        }
        return answer;
    }

    void keep(String address, KeptAnswer answer) {
        answers.put(address, answer);
    }

    /** Forgets all. */
    void clear() {
        answers.invalidateAll();
    }
}
