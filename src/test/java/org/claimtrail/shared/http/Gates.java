package org.claimtrail.shared.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a test hold a request where it is, and know that it is there, without sleeping. */
public record Gates(CountDownLatch entered, CountDownLatch opened) {

    private static final Map<String, Gates> BY_NAME = new ConcurrentHashMap<>();

    public static Gates of(String name) {
        return BY_NAME.computeIfAbsent(name, unused -> new Gates(new CountDownLatch(1), new CountDownLatch(1)));
    }

    void pass() throws InterruptedException {
        entered.countDown();
        if (!opened.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody opened the gate");
        }
    }
}
