package org.claimtrail.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.claimtrail.merkle.AddCheckpoint;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.merkle.ProofException;

/**
 * A witness that tests have in their hands: honest unless it is told otherwise, for one log, without a look at the log's
 * signature. Written anew from C2SP tlog-witness, and not the one of the service.
 */
public final class FakeWitness implements AutoCloseable {

    /** When it cosigns, in seconds since 1970. */
    public static final long TIME = 1_762_246_800L;

    private final HttpServer server;
    private final NoteSigner signer;
    private final List<Long> olds = new CopyOnWriteArrayList<>();

    private long size;
    private Hash root = Hash.EMPTY;
    private volatile Behaviour behaviour = this::honest;

    /** An answer: status, media type, body. */
    public record Answer(int status, String type, String body) {
        public static Answer status(int status) {
            return new Answer(status, "text/plain", "");
        }
    }

    /** How it answers. */
    public interface Behaviour {
        Answer to(AddCheckpoint request, Checkpoint checkpoint) throws ProofException;
    }

    private FakeWitness(HttpServer server, NoteSigner signer) {
        this.server = server;
        this.signer = signer;
    }

    /** Its signer, the same each time; also there while no such witness runs. */
    public static NoteSigner signer(String name) {
        byte[] seed = new byte[32];
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, seed, 0, Math.min(bytes.length, seed.length));
        return Ed25519Signer.cosigner(name, seed, () -> TIME);
    }

    public static FakeWitness start(String name) {
        return start(name, 0);
    }

    /** On a certain port of the loopback address. */
    public static FakeWitness start(String name, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            FakeWitness witness = new FakeWitness(server, signer(name));
            server.createContext("/w/add-checkpoint", witness::handle);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return witness;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its submission prefix. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w");
    }

    public String vkey() {
        return signer.verifierKey().encode();
    }

    public NoteSigner signer() {
        return signer;
    }

    /** The old sizes it was asked with, in order. */
    public List<Long> olds() {
        return List.copyOf(olds);
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    public void behaveHonestly() {
        behaviour = this::honest;
    }

    /** Lets it believe to have cosigned this. */
    public synchronized void saw(long otherSize, Hash otherRoot) {
        size = otherSize;
        root = otherRoot;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            AddCheckpoint request =
                    AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
            olds.add(request.old());
            Answer answer =
                    behaviour.to(request, Checkpoint.parse(request.note().text()));
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (ProofException e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    /** What C2SP tlog-witness asks for. */
    public synchronized Answer honest(AddCheckpoint request, Checkpoint checkpoint) {
        if (request.old() > checkpoint.size()) {
            return Answer.status(400);
        }
        if (request.old() != size) {
            return new Answer(409, "text/x.tlog.size", size + "\n");
        }
        try {
            if (size > 0) {
                new Consistency(size, checkpoint.size(), request.proof()).verify(root, checkpoint.root());
            }
        } catch (ProofException e) {
            return Answer.status(422);
        }
        saw(checkpoint.size(), checkpoint.root());
        return new Answer(200, "text/plain", signer.sign(request.note().text()).line());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
