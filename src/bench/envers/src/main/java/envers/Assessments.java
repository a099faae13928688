package envers;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Assessments, of which each claim has one. */
interface Assessments extends JpaRepository<Assessment, Long> {

    Optional<Assessment> findByClaimId(long claim);
}
