package org.claimtrail.shared.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The answer to an act, as it is kept for repetitions: status, body, and the headers that belong to the act. */
final class Answer {

    private static final List<String> KEPT = List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            "Audit-Event",
            HttpHeaders.CONTENT_TYPE,
            "Assessment-State",
            "Publish-At",
            "Preference-Applied",
            HttpHeaders.LINK,
            HttpHeaders.CACHE_CONTROL);

    /** Bytes; to deflate fewer costs more than it saves. */
    private static final int WORTH_DEFLATING = 8 * 1024;

    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte @Nullable [] body;

    /** Takes the body as it is, without copying it. */
    Answer(int status, List<Map.Entry<String, String>> headers, byte @Nullable [] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    static Answer of(Response response, byte @Nullable [] body) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String name : KEPT) {
            List<String> values = response.getStringHeaders().get(name);
            if (values != null) {
                values.forEach(value -> headers.add(Map.entry(name, value)));
            }
        }
        return new Answer(response.getStatus(), headers, body);
    }

    /** The first answer: all of what the resource said, with the entity as the bytes that are kept. */
    Response first(Response response) {
        return Response.fromResponse(response).entity(body).build();
    }

    Response replay() {
        Response.ResponseBuilder answer = Response.status(status).entity(body).header("Idempotency-Replayed", "true");
        headers.forEach(header -> answer.header(header.getKey(), header.getValue()));
        return answer.build();
    }

    int status() {
        return status;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Large ones deflated, so that the answer to the largest body still fits the column of every database. */
    byte[] encode() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(plain)) {
            out.writeInt(status);
            out.writeInt(headers.size());
            for (Map.Entry<String, String> header : headers) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeBoolean(body != null);
            if (body != null) {
                out.write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plain.size() < WORTH_DEFLATING ? plain.toByteArray() : deflated(plain);
    }

    private static byte[] deflated(ByteArrayOutputStream plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.size() / 2);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED); // it lies there for a day, and few ever ask for it
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            plain.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static Answer decode(byte[] encoded) {
        InputStream bytes = new ByteArrayInputStream(encoded);
        boolean isPlain = encoded[0] == 0; // of a status; what is deflated starts otherwise (RFC 1950 section 2.2)
        try (DataInputStream in = new DataInputStream(isPlain ? bytes : new InflaterInputStream(bytes))) {
            int status = in.readInt();
            int count = in.readInt();
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                headers.add(Map.entry(in.readUTF(), in.readUTF()));
            }
            return new Answer(status, headers, in.readBoolean() ? in.readAllBytes() : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
