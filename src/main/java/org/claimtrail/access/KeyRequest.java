package org.claimtrail.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** An API key that came with a request, and the address it came from. */
final class KeyRequest extends BaseAuthenticationRequest {

    private final String key;
    private final String address;

    KeyRequest(String key, String address) {
        this.key = key;
        this.address = address;
    }

    String key() {
        return key;
    }

    String address() {
        return address;
    }
}
