package org.claimtrail.search;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How texts are taken apart into what is searched: by the grammar of their language, where that is known; or else as words without
 * case, in pairs of characters where words have no spaces between them (Chinese, Japanese, Korean). Accents are left out behind
 * that, so that they need not be asked with where the grammar does not need them.
 */
final class Languages {

    /** One whose grammar is not known. */
    static final String OTHER = "";

    private static final int BETWEEN_TEXTS = 100;

    /** What is no letter, before and behind a word. */
    private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");

    private static final Map<String, Grammar> KNOWN = Map.ofEntries(
            Map.entry("ar", new Grammar(ArabicAnalyzer::new, ArabicAnalyzer::getDefaultStopSet)),
            Map.entry("bg", new Grammar(BulgarianAnalyzer::new, BulgarianAnalyzer::getDefaultStopSet)),
            Map.entry("bn", new Grammar(BengaliAnalyzer::new, BengaliAnalyzer::getDefaultStopSet)),
            Map.entry("ca", new Grammar(CatalanAnalyzer::new, CatalanAnalyzer::getDefaultStopSet)),
            Map.entry("ckb", new Grammar(SoraniAnalyzer::new, SoraniAnalyzer::getDefaultStopSet)),
            Map.entry("cs", new Grammar(CzechAnalyzer::new, CzechAnalyzer::getDefaultStopSet)),
            Map.entry("da", new Grammar(DanishAnalyzer::new, DanishAnalyzer::getDefaultStopSet)),
            Map.entry("de", new Grammar(GermanAnalyzer::new, GermanAnalyzer::getDefaultStopSet)),
            Map.entry("el", new Grammar(GreekAnalyzer::new, GreekAnalyzer::getDefaultStopSet)),
            Map.entry("en", new Grammar(EnglishAnalyzer::new, EnglishAnalyzer::getDefaultStopSet)),
            Map.entry("es", new Grammar(SpanishAnalyzer::new, SpanishAnalyzer::getDefaultStopSet)),
            Map.entry("et", new Grammar(EstonianAnalyzer::new, EstonianAnalyzer::getDefaultStopSet)),
            Map.entry("eu", new Grammar(BasqueAnalyzer::new, BasqueAnalyzer::getDefaultStopSet)),
            Map.entry("fa", new Grammar(PersianAnalyzer::new, PersianAnalyzer::getDefaultStopSet)),
            Map.entry("fi", new Grammar(FinnishAnalyzer::new, FinnishAnalyzer::getDefaultStopSet)),
            Map.entry("fr", new Grammar(FrenchAnalyzer::new, FrenchAnalyzer::getDefaultStopSet)),
            Map.entry("ga", new Grammar(IrishAnalyzer::new, IrishAnalyzer::getDefaultStopSet)),
            Map.entry("gl", new Grammar(GalicianAnalyzer::new, GalicianAnalyzer::getDefaultStopSet)),
            Map.entry("hi", new Grammar(HindiAnalyzer::new, HindiAnalyzer::getDefaultStopSet)),
            Map.entry("hu", new Grammar(HungarianAnalyzer::new, HungarianAnalyzer::getDefaultStopSet)),
            Map.entry("hy", new Grammar(ArmenianAnalyzer::new, ArmenianAnalyzer::getDefaultStopSet)),
            Map.entry("id", new Grammar(IndonesianAnalyzer::new, IndonesianAnalyzer::getDefaultStopSet)),
            Map.entry("it", new Grammar(ItalianAnalyzer::new, ItalianAnalyzer::getDefaultStopSet)),
            Map.entry("lt", new Grammar(LithuanianAnalyzer::new, LithuanianAnalyzer::getDefaultStopSet)),
            Map.entry("lv", new Grammar(LatvianAnalyzer::new, LatvianAnalyzer::getDefaultStopSet)),
            Map.entry("nb", new Grammar(NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet)),
            Map.entry("ne", new Grammar(NepaliAnalyzer::new, NepaliAnalyzer::getDefaultStopSet)),
            Map.entry("nl", new Grammar(DutchAnalyzer::new, DutchAnalyzer::getDefaultStopSet)),
            Map.entry("nn", new Grammar(NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet)),
            Map.entry("no", new Grammar(NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet)),
            Map.entry("pt", new Grammar(PortugueseAnalyzer::new, PortugueseAnalyzer::getDefaultStopSet)),
            Map.entry("ro", new Grammar(RomanianAnalyzer::new, RomanianAnalyzer::getDefaultStopSet)),
            Map.entry("ru", new Grammar(RussianAnalyzer::new, RussianAnalyzer::getDefaultStopSet)),
            Map.entry("sr", new Grammar(SerbianAnalyzer::new, SerbianAnalyzer::getDefaultStopSet)),
            Map.entry("sv", new Grammar(SwedishAnalyzer::new, SwedishAnalyzer::getDefaultStopSet)),
            Map.entry("ta", new Grammar(TamilAnalyzer::new, TamilAnalyzer::getDefaultStopSet)),
            Map.entry("te", new Grammar(TeluguAnalyzer::new, TeluguAnalyzer::getDefaultStopSet)),
            Map.entry("th", new Grammar(ThaiAnalyzer::new, ThaiAnalyzer::getDefaultStopSet)),
            Map.entry("tr", new Grammar(TurkishAnalyzer::new, TurkishAnalyzer::getDefaultStopSet)));

    private final Map<String, Analyzer> used = new ConcurrentHashMap<>();

    /** The language of a tag by BCP 47: {@code en} of {@code en-GB}. */
    private static String primary(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        int end = lower.indexOf('-');
        return end < 0 ? lower : lower.substring(0, end);
    }

    /** The language of a tag, if its grammar is known; {@link #OTHER} if not. */
    static String known(String tag) {
        String language = primary(tag);
        return KNOWN.containsKey(language) ? language : OTHER;
    }

    /** Whether a word says nothing in a language ("the"). */
    static boolean saysNothing(String word, String language) {
        Grammar grammar = KNOWN.get(language);
        return grammar != null && grammar.fillers.get().contains(bare(word));
    }

    private static String bare(String word) {
        return AROUND.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** What takes texts of a language apart that {@link #known} has given. */
    Analyzer of(String language) {
        return used.computeIfAbsent(language, Languages::analyzer);
    }

    private static Analyzer analyzer(String language) {
        Grammar known = KNOWN.get(language);
        return new Apart(known == null ? new Plain() : known.analyzer.apply(CharArraySet.EMPTY_SET));
    }

    /**
     * What is known of a language.
     *
     * @param analyzer without the words given, which no text is without here: who looks for "The Who" is to find them
     * @param fillers words that say nothing
     */
    private record Grammar(Function<CharArraySet, Analyzer> analyzer, Supplier<CharArraySet> fillers) {}

    /** Without accents, and with a gap behind each text, so that no phrase is found across two. */
    private static final class Apart extends AnalyzerWrapper {

        private final Analyzer words;

        private Apart(Analyzer words) {
            super(words.getReuseStrategy());
            this.words = words;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return words;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            return new TokenStreamComponents(
                    components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return BETWEEN_TEXTS;
        }
    }

    /** Words as they are. */
    private static final class Plain extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(
                    words, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(words))));
        }
    }
}
