package envers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.time.OffsetDateTime;
import org.hibernate.envers.Audited;

/** How a claim is judged now; what it was before is in the table that Envers keeps. */
@Audited
@Entity
public class Assessment {

    @Id
    @GeneratedValue
    public Long id;

    @JsonIgnore
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    public Claim claim;

    @Column(nullable = false)
    public String rating;

    @Column(length = 5000)
    public String body;

    public OffsetDateTime publishedAt;
}
