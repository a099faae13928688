package org.claimtrail.shared.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ignores {@code Upgrade: h2c}, as every server may (RFC 9110, section 7.8); RFC 9113 has given it up. Vert.x would answer
 * an upgrade that lacks its settings with a bare 400 and leave the connection open. HTTP/2 over TLS is not touched.
 */
@ApplicationScoped
class NoUpgrade implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
