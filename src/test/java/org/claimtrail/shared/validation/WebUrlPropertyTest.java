package org.claimtrail.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class WebUrlPropertyTest {

    @Property(tries = 5000)
    void what_is_accepted_the_platform_reads_as_absolute_without_a_user(@ForAll("nearlyUrls") String url)
            throws URISyntaxException {
        if (WebUrlSyntax.refusal(url).isEmpty()) {
            URI uri = new URI(url);

            assertThat(uri.getScheme()).isIn("http", "https");
            assertThat(uri.getRawAuthority()).isNotEmpty();
            assertThat(uri.getRawUserInfo()).isNull();
        }
    }

    @Property
    void any_text_is_accepted_once_it_is_encoded(@ForAll @StringLength(max = 60) String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

        assertThat(WebUrlSyntax.refusal("https://news.example/" + encoded + "?q=" + encoded + "#" + encoded))
                .isEmpty();
    }

    @Property
    void any_text_gets_an_answer(@ForAll String text) {
        assertThat(WebUrlSyntax.refusal(text)).isNotNull();
        assertThat(WebUrlSyntax.refusal("https://" + text)).isNotNull();
    }

    @Provide
    Arbitrary<String> nearlyUrls() {
        Arbitrary<String> pieces = Arbitraries.of(
                "http",
                "https",
                ":",
                "//",
                "/",
                "?",
                "#",
                "@",
                "%",
                "%41",
                "[",
                "]",
                "[::1]",
                ".",
                "..",
                "-",
                "_",
                " ",
                "news",
                "example",
                "ü",
                "例",
                "80",
                "192.0.2.1",
                "\\",
                "|",
                "'",
                "\u202e",
                "\ud83d\ude02");
        Arbitrary<String> start = Arbitraries.of("https://", "http://news.example", "https://a/");
        return start.flatMap(first -> pieces.list().ofMaxSize(7).map(list -> first + String.join("", list)));
    }
}
