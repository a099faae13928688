package org.claimtrail.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Locale;
import org.claimtrail.history.Snapshot;
import org.claimtrail.history.Version;
import org.claimtrail.shared.edtf.DayRange;
import org.jspecify.annotations.Nullable;

/** One version of a source, to find it by. */
@Entity
@Table(name = "source")
class Source extends Snapshot {

    /** As many characters of an address as every database takes into an index. */
    private static final int BEGIN = 500;

    @Nullable
    String url;

    @Column(name = "url_begin")
    @Nullable
    String urlBegin;

    String title;

    @Nullable
    String publisher;

    @Enumerated(EnumType.STRING)
    Medium medium;

    @Nullable
    String language;

    @Column(name = "published_from")
    int publishedFrom;

    @Column(name = "published_until")
    int publishedUntil;

    @Column(name = "search_text")
    String searchText;

    @SuppressWarnings("NullAway.Init")
    Source() {}

    Source(Version version, NewSource content) {
        super(version);
        DayRange published = DayRange.of(content.datePublished());
        this.url = content.url();
        this.urlBegin = url == null ? null : begin(url);
        this.title = content.title();
        this.publisher = content.publisher();
        this.medium = content.medium();
        this.language =
                content.inLanguage() == null ? null : content.inLanguage().toLowerCase(Locale.ROOT);
        this.publishedFrom = published.from();
        this.publishedUntil = published.until();
        this.searchText = content.searchText();
    }

    /** What an address is looked up by first. */
    static String begin(String url) {
        return url.codePointCount(0, url.length()) <= BEGIN ? url : url.substring(0, url.offsetByCodePoints(0, BEGIN));
    }
}
