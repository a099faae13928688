package org.claimtrail.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text's change, word by word, or character by character where a script has no blanks between words: the equal and
 * deleted segments joined give the old text, the equal and inserted ones the new, to the letter.
 *
 * @param pointer where the text stands (RFC 6901)
 */
public record ProseDifference(
        @JsonProperty(required = true) String pointer,
        @JsonProperty(required = true) List<Segment> segments) {

    /** Scripts that put no blanks between words. */
    private static final String UNDIVIDED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /**
     * A word with the white space behind it; a character where nothing divides words, with its marks; or leading white
     * space.
     */
    private static final Pattern WORD =
            Pattern.compile("[" + UNDIVIDED + "]\\p{M}*\\s*|[\\S&&[^" + UNDIVIDED + "]]+\\s*|\\s+");

    /** As if all scripts divided words: some do between phrases, and of a long text that is told with less effort. */
    private static final Pattern PHRASE = Pattern.compile("\\S+\\s*|\\s+");

    private static final Pattern PROSE = Pattern.compile("[ " + UNDIVIDED + "]");

    /**
     * Two long texts with nothing in common cost words times words; beyond this they are compared phrase by phrase, then line
     * by line, and of more lines than these it is only told that one text took the place of the other.
     */
    private static final int MAX_WORDS = 4_000;

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    /** Ids, dates and codes have no blank; a text that people read has, but in scripts that need none. */
    static boolean isProse(String text) {
        return PROSE.matcher(text).find();
    }

    static ProseDifference between(String pointer, String before, String after) {
        List<String> old = split(WORD, before);
        List<String> fresh = split(WORD, after);
        for (Pattern coarser : List.of(PHRASE, LINE)) {
            if (old.size() + fresh.size() > MAX_WORDS) {
                old = split(coarser, before);
                fresh = split(coarser, after);
            }
        }
        if (old.size() + fresh.size() > MAX_WORDS) {
            old = whole(before);
            fresh = whole(after);
        }
        Patch<String> patch = DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>());
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            add(segments, Operation.EQUAL, old.subList(at, delta.getSource().getPosition()));
            add(segments, Operation.DELETE, delta.getSource().getLines());
            add(segments, Operation.INSERT, delta.getTarget().getLines());
            at = delta.getSource().last() + 1;
        }
        add(segments, Operation.EQUAL, old.subList(at, old.size()));
        return new ProseDifference(pointer, List.copyOf(segments));
    }

    private static List<String> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<String> split(Pattern unit, String text) {
        return unit.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Segment> segments, Operation operation, List<String> words) {
        if (!words.isEmpty()) {
            segments.add(new Segment(operation, String.join("", words)));
        }
    }

    /** A run of words that stayed, went or came. */
    public record Segment(
            @JsonProperty(required = true) Operation op,
            @JsonProperty(required = true) String text) {}

    /** What happened to a run of words. */
    public enum Operation {
        EQUAL,
        DELETE,
        INSERT;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
