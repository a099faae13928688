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

    @Nullable
    String url;

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
        this.title = content.title();
        this.publisher = content.publisher();
        this.medium = content.medium();
        this.language =
                content.inLanguage() == null ? null : content.inLanguage().toLowerCase(Locale.ROOT);
        this.publishedFrom = published.from();
        this.publishedUntil = published.until();
        this.searchText = content.searchText();
    }
}
