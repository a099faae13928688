package org.claimtrail.shared.http;

import java.util.Set;

/** Methods of requests that change nothing (safe ones in RFC 9110 section 9.2.1), as far as any resource has them. */
public final class SafeMethods {

    private static final Set<String> ALL = Set.of("GET", "HEAD", "OPTIONS");

    private SafeMethods() {}

    /**
     * Whether a method is one of these.
     *
     * @param method its name in capitals, as it is sent
     */
    public static boolean has(String method) {
        return ALL.contains(method);
    }
}
