package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.claimtrail.history.Snapshot;
import org.claimtrail.history.Version;
import org.claimtrail.shared.edtf.DayRange;
import org.jspecify.annotations.Nullable;

/** One version of a claim, to find it by. What may be done to a claim stands in {@link ClaimContent}. */
@Entity
@Table(name = "claim")
class Claim extends Snapshot {

    String claimant;
    String language;

    @Enumerated(EnumType.STRING)
    ClaimStatus status;

    @Column(name = "merged_into")
    @Nullable
    String mergedInto;

    @Column(name = "stated_from")
    int statedFrom;

    @Column(name = "stated_until")
    int statedUntil;

    /** When a list last began to show something else of the claim: a new version, or a verdict. */
    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "search_text")
    String searchText;

    @SuppressWarnings("NullAway.Init")
    Claim() {}

    Claim(Version version, ClaimContent content) {
        super(version);
        DayRange stated = DayRange.of(content.claim().statedOn());
        this.claimant = content.claim().claimant();
        this.language = content.claim().inLanguage().toLowerCase(Locale.ROOT);
        this.status = content.status();
        this.mergedInto = content.mergedInto();
        this.statedFrom = stated.from();
        this.statedUntil = stated.until();
        this.changedAt = version.recordedAt();
        this.searchText = content.searchText();
    }
}
