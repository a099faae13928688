package org.claimtrail.cli;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.claimtrail.shared.start.CannotStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at the port before anything is written and before a key is printed. The framework opens it last, and what was
 * shown by then would be of a service that never ran.
 */
@Singleton
class PortIsFree {

    private static final int FIRST = 1;
    private static final int MAX_PORT = 65535;

    private final String host;
    private final int port;

    PortIsFree(
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int plain,
            @ConfigProperty(name = "quarkus.http.ssl-port", defaultValue = "8443") int encrypted,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String insecure) {
        this.host = host;
        this.port = insecure.equals("disabled") ? encrypted : plain; // the plain one is not opened then
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent starting) {
        // Tests listen on another port, and the development mode keeps its own open.
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        if (port < 0 || port > MAX_PORT) {
            throw new CannotStart(
                    "there is no port " + port + ". Choose one from 1 to " + MAX_PORT + " with QUARKUS_HTTP_PORT.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CannotStart("port " + port + " of " + host + " cannot be opened (" + e.getMessage()
                    + "). Stop the other program, or choose a port with QUARKUS_HTTP_PORT.");
        }
    }
}
