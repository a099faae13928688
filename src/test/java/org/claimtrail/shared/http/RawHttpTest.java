package org.claimtrail.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.claimtrail.shared.http.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RawHttpTest {

    private static final String JSON = "Content-Type: application/json";
    private static final int MIB = 1024 * 1024;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URL url;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "/v1/probe/echo/a|b           ! 400",
                "/v1/probe/echo/{x}           ! 400",
                "/v1/probe/echo/%zz           ! 400",
                "/v1/probe/echo/%             ! 400",
                "/v1/probe/echo/%4            ! 400",
                "/v1/probe?q=%zz              ! 400",
                "/v1/probe?q=a\"b             ! 400",
                "/nowhere                     ! 404",
                "/v1/probe/nowhere/at/all     ! 404",
                "/q/nowhere                   ! 404",
                "//v1//nowhere                ! 404",
                "/../../etc/passwd            ! 404",
                "/%2e%2e/%2e%2e/etc/passwd    ! 404",
                "nowhere                      ! 404",
                "/v1/probe/echo/a;b=c         ! 404",
                "/v1/probe/echo/;             ! 404",
                "/v1;x/probe                  ! 404",
                "/v1/probe;?q=a               ! 404",
                "*                            ! 404",
            })
    void answers_a_strange_address_with_a_problem(String target, int status) throws IOException {
        Answer answer = send(RawHttp.get(target));

        assertProblem(answer, status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/probe/echo/%00",
                "/v1/probe/echo/a%00b",
                "/v1/probe/echo/a%2Fb",
                "/v1/probe/echo/%ff%fe",
                "/v1/probe/echo/%ed%a0%80",
                "/v1/probe/echo/%c0%af",
                "/v1/probe/echo/a%3Bb=c",
                "/v1/probe?q=a;b=c",
                "/v1/probe/items/%00",
                "/v1/probe/items/%ed%a0%80",
                "/v1/probe?q=%00",
                "/v1/probe?q=%ff",
                "/v1/probe?cursor=%00",
                "/v1/probe?&&==&%3d",
                "/v1/probe?limit=1&limit=2",
                "/v1/probe/linked?q=%ed%a0%80&cursor=x",
                "/v1/probe/",
                "/v1/probe//echo//a",
                "http://localhost/v1/probe",
                "/v1/problems/%2e%2e%2f",
                "/problems/%00",
                "/problems/",
            })
    void never_fails_over_an_odd_path(String target) throws IOException {
        Answer answer = send(RawHttp.get(target));

        assertThat(answer.status()).as(answer.head() + answer.body()).isLessThan(500);
        if (answer.status() >= 400) {
            assertProblem(answer, answer.status());
        }
    }

    @Test
    void refuses_an_address_beyond_8_KiB() throws IOException {
        assertThat(send(RawHttp.get("/v1/probe/echo/" + "a".repeat(8000))).status())
                .isEqualTo(200);
        assertProblem(send(RawHttp.get("/v1/probe/echo/" + "a".repeat(8200))), 414);
        assertProblem(send(RawHttp.get("/v1/probe/echo/" + "a".repeat(200_000))), 414);
    }

    @Test
    void refuses_headers_beyond_16_KiB() throws IOException {
        assertThat(send(RawHttp.get("/v1/probe", "X-Long: " + "a".repeat(15_000)))
                        .status())
                .isEqualTo(200);
        assertProblem(send(RawHttp.get("/v1/probe", "X-Long: " + "a".repeat(17_000))), 431);
        assertProblem(send(RawHttp.get("/v1/probe", "X: y\r\n".repeat(4_000) + "X: y")), 431);
        assertProblem(send(RawHttp.get("/v1/probe", "X-Long: " + "a".repeat(200_000))), 431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/probe HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /v1/probe HTTP/1.1\r\nHost: localhost\r\nHost: other\r\nConnection: close\r\n\r\n",
                "GET /v1/probe HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /v1/probe/linked HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
                "GET /v1/probe HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
                "GET /v1/probe HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\nConnection: close\r\n\r\n",
                "GET /v1/probe HTTP/9.9x\r\nHost: localhost\r\n\r\n",
                "GET  \r\n\r\n",
                "nonsense\r\n\r\n",
                "POST /v1/probe HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST /v1/probe HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/probe HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /v1/probe HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
            })
    void answers_malformed_http_with_a_problem(String request) throws IOException {
        assertProblem(send(request), 400);
    }

    @Test
    void refuses_a_body_beyond_1_MiB_by_its_announcement() throws IOException {
        Answer answer = send(post("/v1/probe", JSON, "Content-Length: " + (MIB + 1)));

        assertProblem(answer, 413);
        assertThat(answer.hasHeader("connection: close")).isTrue();
    }

    @Test
    void refuses_a_body_beyond_1_MiB_that_is_sent() throws IOException {
        assertProblem(send(post("/v1/probe", JSON, "Content-Length: " + (MIB + 1)) + " ".repeat(MIB + 1)), 413);
        assertProblem(send(post("/v1/probe", JSON, "Content-Length: " + 20 * MIB) + " ".repeat(20 * MIB)), 413);
    }

    @Test
    void refuses_a_chunked_body_beyond_1_MiB() throws IOException {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        String head = post("/v1/probe", JSON, "Transfer-Encoding: chunked");

        assertProblem(send(head + chunk.repeat(16) + "0\r\n\r\n"), 400);
        assertProblem(send(head + chunk.repeat(17) + "0\r\n\r\n"), 413);
        assertProblem(send(head + chunk.repeat(320)), 413);
    }

    @Test
    void refuses_a_body_before_it_is_sent_when_the_client_asks_first() throws IOException {
        assertProblem(send(post("/v1/probe", JSON, "Expect: 100-continue", "Content-Length: 2000000")), 413);
    }

    @Test
    void takes_more_where_a_resource_says_so() throws IOException {
        String bytes = "Content-Type: application/octet-stream";

        Answer taken = send(post("/v1/probe/stream", bytes, "Content-Length: 2500000") + " ".repeat(2_500_000));
        Answer refused = send(post("/v1/probe/stream", bytes, "Content-Length: 3500000") + " ".repeat(3_500_000));

        assertThat(taken.body()).isEqualTo("2500000");
        assertProblem(refused, 413);
    }

    @Test
    void goes_on_with_a_connection_after_a_refused_request_with_a_body() throws IOException {
        String body = "x".repeat(100_000);
        String first =
                "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;

        Answer both = send(first + RawHttp.get("/v1/probe/echo/second"));

        assertThat(both.status()).isEqualTo(404);
        assertThat(both.body()).contains("HTTP/1.1 200 OK").endsWith("{\"any\":\"second\"}");
    }

    @Test
    void makes_no_difference_to_a_body_that_breaks_off() throws IOException {
        try (Socket socket = new Socket("localhost", url.getPort())) {
            socket.getOutputStream()
                    .write((post("/v1/probe", JSON, "Content-Length: 9") + "{").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(send(RawHttp.get("/v1/probe")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PATCH", "DELETE", "FOO", "PROPFIND"})
    void refuses_other_methods(String method) throws IOException {
        Answer answer = send(RawHttp.get("/v1/probe").replaceFirst("GET", method));

        assertProblem(answer, 405);
        assertThat(answer.hasHeader("allow: GET, HEAD, OPTIONS, POST")).isTrue();
    }

    private Answer send(String request) throws IOException {
        return RawHttp.send(url.getPort(), request);
    }

    private static String post(String target, String... headers) {
        return RawHttp.get(target, headers).replaceFirst("GET", "POST");
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.head() + "\n" + answer.body()).isEqualTo(status);
        assertThat(answer.head().toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json")
                .contains("x-request-id: ")
                .contains("x-content-type-options: nosniff");
        assertThat(answer.body()).contains("\"status\":" + status).contains("\"type\":\"/problems/");
    }
}
