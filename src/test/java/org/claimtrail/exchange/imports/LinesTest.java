package org.claimtrail.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final int LONGEST = 1024 * 1024;

    @Test
    void counts_blank_lines_and_leaves_them_out() throws IOException {
        assertThat(lines("a\n\n \t\r\nb\r\n\nc", 3)).containsExactly("1 a", "4 b\r", "6 c");
        assertThat(lines("", 3)).isEmpty();
        assertThat(lines("\n\n", 3)).isEmpty();
    }

    @Test
    void has_lines_as_long_as_a_body_may_be_and_no_longer() throws IOException {
        String longest = "x".repeat(LONGEST);

        List<String> found = lines(longest + "\n" + longest + "y\nz\n" + longest + "yy", 100_000);

        assertThat(found).containsExactly("1 " + longest, "2 too long", "3 z", "4 too long");
    }

    @Property(tries = 200)
    void does_not_depend_on_how_the_body_arrives(
            @ForAll List<@IntRange(min = 0, max = 200_000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 99_999) int part)
            throws IOException {
        List<String> expected = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < Math.min(lengths.size(), 8); i++) {
            String line = "x".repeat(lengths.get(i));
            body.append(line).append('\n');
            if (!line.isEmpty()) {
                expected.add(i + 1 + " " + line);
            }
        }
        assertThat(lines(body.toString(), part)).isEqualTo(expected);
    }

    private static List<String> lines(String body, int part) throws IOException {
        List<String> found = new ArrayList<>();
        Lines lines = new Lines(inParts(body.getBytes(StandardCharsets.UTF_8), part));
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text =
                    line.get().isTooLong() ? "too long" : new String(line.get().bytes(), StandardCharsets.UTF_8);
            found.add(line.get().number() + " " + text);
        }
        return found;
    }

    private static InputStream inParts(byte[] body, int part) {
        return new ByteArrayInputStream(body) {
            private boolean nothing;

            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                nothing = !nothing; // as an empty frame of HTTP/2 gives
                return nothing ? 0 : super.read(buffer, offset, Math.min(length, part));
            }
        };
    }
}
