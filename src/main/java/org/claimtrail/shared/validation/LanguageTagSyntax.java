package org.claimtrail.shared.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The grammar of RFC 5646, section 2.1, read from left to right: each part has its place and its shape. */
final class LanguageTagSyntax {

    private static final Pattern SUBTAGS = Pattern.compile("[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*+");

    /** Tags from before the grammar that stay valid although it does not produce them (section 2.2.8). */
    private static final Set<String> GRANDFATHERED = Set.of(
            "en-gb-oed",
            "i-ami",
            "i-bnn",
            "i-default",
            "i-enochian",
            "i-hak",
            "i-klingon",
            "i-lux",
            "i-mingo",
            "i-navajo",
            "i-pwn",
            "i-tao",
            "i-tay",
            "i-tsu",
            "sgn-be-fr",
            "sgn-be-nl",
            "sgn-ch-de",
            "zh-min-nan");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");
    private static final Pattern SHORT_LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern EXTENDED_LANGUAGE = Pattern.compile("[a-z]{3}");
    private static final Pattern SCRIPT = Pattern.compile("[a-z]{4}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}|[0-9]{3}");
    private static final Pattern VARIANT = Pattern.compile("[a-z0-9]{5,8}|[0-9][a-z0-9]{3}");
    private static final Pattern SINGLETON = Pattern.compile("[a-wyz0-9]");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{2,8}");
    private static final Pattern PRIVATE_USE = Pattern.compile("x");
    private static final Pattern ANYTHING = Pattern.compile(".+");

    private final List<String> subtags;
    private int at;

    private LanguageTagSyntax(String tag) {
        subtags = List.of(tag.split("-"));
    }

    /** What is wrong with the tag; empty when it is well-formed. */
    static Optional<String> refusal(String tag) {
        String folded = tag.toLowerCase(Locale.ROOT); // case carries no meaning (section 2.1.1)
        if (GRANDFATHERED.contains(folded)) {
            return Optional.empty();
        }
        String quoted = ReasonedValidator.quote(tag);
        if (tag.indexOf('_') >= 0) {
            return Optional.of(quoted + " is not a language tag: join its parts with hyphens, as in en-US");
        }
        if (!tag.chars().allMatch(c -> c < 128) || !SUBTAGS.matcher(folded).matches()) {
            return Optional.of(quoted + " is not a language tag (BCP 47); write for instance en, pt-BR or zh-Hant");
        }
        return new LanguageTagSyntax(folded).problem().map(problem -> quoted + " is not a language tag: " + problem);
    }

    private Optional<String> problem() {
        if (!takes(LANGUAGE)) {
            return privateUse();
        }
        if (SHORT_LANGUAGE.matcher(subtags.get(0)).matches()) {
            takes(EXTENDED_LANGUAGE); // one: places two and three are reserved and never valid (section 2.2.2)
        }
        takes(SCRIPT);
        takes(REGION);
        return variants().or(this::extensions).or(this::privateUse);
    }

    private Optional<String> variants() {
        Set<String> seen = new HashSet<>();
        while (takes(VARIANT)) {
            if (!seen.add(subtags.get(at - 1))) {
                return Optional.of("it repeats the part " + subtags.get(at - 1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> extensions() {
        Set<String> seen = new HashSet<>();
        while (takes(SINGLETON)) {
            String singleton = subtags.get(at - 1);
            if (!seen.add(singleton)) {
                return Optional.of("it has two extensions " + singleton);
            }
            if (takesAll(EXTENSION) == 0) {
                return Optional.of("nothing that could be an extension follows " + singleton);
            }
        }
        return Optional.empty();
    }

    /** The end of the tag, or {@code x} and whatever its writer agreed on. */
    private Optional<String> privateUse() {
        if (at == subtags.size()) {
            return Optional.empty();
        }
        if (takes(PRIVATE_USE)) {
            return takes(ANYTHING) ? Optional.empty() : Optional.of("nothing follows x");
        }
        return Optional.of(
                "the part " + subtags.get(at) + " has no place there; the order is language, script, region");
    }

    private int takesAll(Pattern shape) {
        int taken = 0;
        while (takes(shape)) {
            taken++;
        }
        return taken;
    }

    private boolean takes(Pattern shape) {
        if (at < subtags.size() && shape.matcher(subtags.get(at)).matches()) {
            at++;
            return true;
        }
        return false;
    }
}
