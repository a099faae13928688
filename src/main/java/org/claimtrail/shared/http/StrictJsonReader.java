package org.claimtrail.shared.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.claimtrail.shared.json.StrictJson;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads every JSON body through {@link StrictJson}. A body that may be missing is declared as {@code Optional<T>}; for any
 * other type an empty body is refused. Who takes bytes takes them as they are.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class StrictJsonReader implements ServerMessageBodyReader<Object> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    /** Without the annotations, which the platform would read anew with each request. */
    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return isJson(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext request)
            throws IOException {
        return read(type, genericType, mediaType, request.getInputStream());
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, genericType, mediaType, body);
    }

    private static boolean isJson(Class<?> type) {
        return type != byte[].class;
    }

    private static Object read(Class<Object> type, Type genericType, MediaType mediaType, InputStream body)
            throws IOException {
        requireUtf8(mediaType);
        byte[] bytes = body.readAllBytes();
        if (!Optional.class.isAssignableFrom(type)) {
            return StrictJson.read(bytes, genericType);
        }
        return bytes.length == 0 ? Optional.empty() : Optional.of(StrictJson.read(bytes, wrapped(genericType)));
    }

    private static Type wrapped(Type optional) {
        return ((ParameterizedType) optional).getActualTypeArguments()[0];
    }

    /** JSON on the wire is UTF-8 (RFC 8259 section 8.1); a client that says otherwise means something else. */
    private static void requireUtf8(MediaType mediaType) {
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "JSON is taken in UTF-8 only, not in " + charset + ".");
        }
    }
}
