package org.claimtrail.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/summit",
                "http://news.example",
                "HTTPS://News.Example/",
                "https://news.example:8443/a/b.html?x=1&y=%20z#part-2",
                "https://news.example:/",
                "https://news.example?q=a/b?c",
                "https://news.example#@",
                "https://news.example/@desk/1;v=2,3!$&'()*+=~",
                "https://news.example/?tags[]=a",
                "https://under_score.example/",
                "https://xn--fsqu00a.example/",
                "https://bücher.example/größe",
                "https://ko.wiki.example/wiki/납북자?문의=예#절",
                "https://fa.wiki.example/می\u200cخواهم",
                "https://emoji.example/\ud83d\ude02",
                "https://localhost/",
                "https://news.example./",
                "https://192.0.2.1/",
                "https://192.0.2.1.example/",
                "https://[2001:db8::1]:443/",
                "https://1.example/",
            })
    void accepts_a_web_address(String url) {
        assertThat(WebUrlSyntax.refusal(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                            | it must start with https:// or http://",
                "news.example/summit           | it must start with https:// or http://",
                "//news.example/summit         | it must start with https:// or http://",
                "/summit                       | it must start with https:// or http://",
                "https:news.example            | it must start with https:// or http://",
                "https:/news.example           | it must start with https:// or http://",
                "ftp://news.example/           | it must start with https:// or http://",
                "javascript:alert(1)           | it must start with https:// or http://",
                "data:text/plain,https://a.b/  | it must start with https:// or http://",
                "https://                      | it names no host",
                "https:///summit               | it names no host",
                "https://:443/                 | it names no host",
                "https://?q                    | it names no host",
                "https://desk@news.example/    | it carries a user name",
                "https://a:b@news.example/     | it carries a user name",
                "https://news.example:70000/   | a host and at most a port",
                "https://news.example:-1/      | a host and at most a port",
                "https://news.example:80:80/   | a host and at most a port",
                "https://news.example:https/   | a host and at most a port",
                "https://[::1/                 | a host and at most a port",
                "https://[::1]x/               | a host and at most a port",
                "https://[news]/               | cannot be a host",
                "https://[fe80::1%25eth0]/     | cannot be a host",
                "https://news..example/        | cannot be a host",
                "https://.example/             | cannot be a host",
                "https://./                    | cannot be a host",
                "https://-news.example/        | cannot be a host",
                "https://news-.example/        | cannot be a host",
                "https://news%2eexample/       | cannot be a host",
                "https://news.ex*mple/         | cannot be a host",
                "https://news.example／evil    | cannot be a host",
                "https://256.0.2.1/            | cannot be a host",
                "https://192.0.2/              | cannot be a host",
                "https://1/                    | cannot be a host",
                "https://news.example/a b      | it has a space at character 23; a space is written %20",
                "' https://news.example/'      | it has a space at character 1;",
                "'https://news.example/ '      | it has a space at character 22;",
                "https://news.example/%        | the % at character 22 is not followed by two hexadecimal digits",
                "https://news.example/%4       | the % at character 22 is not followed by two hexadecimal digits",
                "https://news.example/%zz      | the % at character 22 is not followed by two hexadecimal digits",
                "https://news.example/<b>      | the character < at 22 is written %3C",
                "https://news.example\\a       | the character \\ at 21 is written %5C",
                "https://news.example/{id}     | the character { at 22 is written %7B",
                "https://news.example/`        | the character ` at 22 is written %60",
                "https://news.example/[a]      | square brackets in a path are written %5B and %5D",
                "https://news.example/#a#b     | it has more than one #",
            })
    void refuses_what_is_none_and_says_why(String url, String reason) {
        assertThat(WebUrlSyntax.refusal(url)).get().asString().contains(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 0x7f, 0x85, 0xa0, 0x200b, 0x200e, 0x202e, 0x2028, 0x3000, 0xfeff, 0xe000, 0xf0000})
    void refuses_a_character_that_cannot_be_seen(int invisible) {
        assertThat(WebUrlSyntax.refusal("https://news.example/" + Character.toString(invisible)))
                .get()
                .asString()
                .contains("the invisible or unusable character U+%04X at character 22".formatted(invisible));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude02"})
    void refuses_half_a_character(String lone) {
        assertThat(WebUrlSyntax.refusal("https://news.example/" + lone + "/"))
                .get()
                .asString()
                .contains("U+D");
    }

    @Test
    void refuses_an_address_of_more_than_2048_characters() {
        String url = "https://news.example/";
        String longest = url + "a".repeat(2048 - url.length());

        assertThat(WebUrlSyntax.refusal(longest)).isEmpty();
        assertThat(WebUrlSyntax.refusal(longest + "a"))
                .contains("A web address may have 2048 characters at most; this one has 2049");
    }

    @Test
    void refuses_a_host_name_or_a_part_of_it_that_is_too_long() {
        String label = "a".repeat(63);

        assertThat(WebUrlSyntax.refusal("https://" + label + ".example/")).isEmpty();
        assertThat(WebUrlSyntax.refusal("https://a" + label + ".example/")).isPresent();
        assertThat(WebUrlSyntax.refusal("https://" + (label + ".").repeat(4) + "example/"))
                .isPresent();
    }
}
