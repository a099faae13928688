package envers;

import java.time.Instant;

/** What a search shows of a claim, as much as a list. */
public interface Found {
    Long getId();

    String getText();

    String getLanguage();

    String getClaimant();

    String getStatedOn();

    String getTopics();

    Instant getRecordedAt();

    Long getAssessment();

    String getRating();

    Instant getPublishedAt();
}
