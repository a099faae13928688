package envers;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each change is one transaction, in which Envers writes the revision too. */
@Service
public class Desk {

    private final Claims claims;
    private final Assessments assessments;

    Desk(Claims claims, Assessments assessments) {
        this.claims = claims;
        this.assessments = assessments;
    }

    @Transactional(readOnly = true)
    public Claim claim(long id) {
        return claims.assessed(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    List<Summary> page(long before) {
        return claims.page(before, Limit.of(20));
    }

    @Transactional(readOnly = true)
    List<Found> search(String words) {
        return claims.search(words);
    }

    @Transactional
    public Claim record(Claim claim) {
        return claims.save(claim);
    }

    /** The first assessment of a claim, or else the next state of the one it has. */
    @Transactional
    public Assessment assess(long id, Assessment judged) {
        Assessment assessment = assessments.findByClaimId(id).orElseGet(() -> unassessed(id));
        assessment.rating = judged.rating;
        assessment.body = judged.body;
        assessment.publishedAt = OffsetDateTime.now();
        return assessments.save(assessment);
    }

    private Assessment unassessed(long id) {
        Assessment assessment = new Assessment();
        assessment.claim = claims.findById(id).orElseThrow(NoSuchElementException::new);
        return assessment;
    }
}
