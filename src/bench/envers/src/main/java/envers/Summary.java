package envers;

import java.time.OffsetDateTime;

/** What a list shows of a claim: no entity, read by one statement for the whole page. */
record Summary(
        Long id,
        String text,
        String language,
        String claimant,
        String statedOn,
        String topics,
        OffsetDateTime recordedAt,
        Long assessment,
        String rating,
        OffsetDateTime publishedAt) {}
