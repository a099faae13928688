package envers;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** One statement for a claim with its assessment, and one for a page: no query a row. */
interface Claims extends JpaRepository<Claim, Long> {

    @Query("from Claim c left join fetch c.assessment where c.id = :id")
    Optional<Claim> assessed(long id);

    @Query("select new envers.Summary(c.id, c.text, c.language, c.claimant, c.statedOn, c.topics, c.recordedAt, a.id, a.rating,"
            + " a.publishedAt) from Claim c left join c.assessment a where c.id < :before order by c.id desc")
    List<Summary> page(long before, Limit limit);

    @Query(
            nativeQuery = true,
            value = "select c.id, c.text, c.language, c.claimant, c.stated_on as statedOn, c.topics, c.recorded_at as recordedAt,"
                    + " a.id as assessment, a.rating, a.published_at as publishedAt from (select * from claim,"
                    + " plainto_tsquery('english', :words) q where words @@ q order by ts_rank(words, q) desc limit 20) c"
                    + " left join assessment a on a.claim_id = c.id")
    List<Found> search(String words);
}
