package envers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.time.OffsetDateTime;
import org.hibernate.envers.Audited;

/** What somebody said, with the current state of its assessment. */
@Audited
@Entity
public class Claim {

    @Id
    @GeneratedValue
    public Long id;

    @Column(length = 5000, nullable = false)
    public String text;

    public String language;

    @Column(nullable = false)
    public String claimant;

    public String statedOn;

    @Column(length = 1000)
    public String topics;

    public String source;

    @Column(length = 5000)
    public String details;

    public OffsetDateTime recordedAt = OffsetDateTime.now();

    @OneToOne(mappedBy = "claim")
    public Assessment assessment;
}
