package envers;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** As many claims as {@code ENVERS_CLAIMS} says, with two states of their assessments each and all revisions. */
@Component
class Filled implements CommandLineRunner {

    private final Desk desk;
    private final JdbcTemplate database;
    private final int wanted;

    Filled(Desk desk, JdbcTemplate database, @Value("${ENVERS_CLAIMS:0}") int wanted) {
        this.desk = desk;
        this.database = database;
        this.wanted = wanted;
    }

    @Override
    public void run(String... args) {
        database.execute("alter table claim add column if not exists words tsvector generated always as"
                + " (to_tsvector('english', text)) stored");
        database.execute("create index if not exists claim_words on claim using gin (words)");
        for (int n = 1; n <= wanted; n++) {
            Claim claim = desk.record(claim(n));
            desk.assess(claim.id, judged("true", n));
            desk.assess(claim.id, judged("false", n));
        }
        System.out.println("Filled");
    }

    private static Claim claim(int n) {
        Claim claim = new Claim();
        claim.text = "Claim number " + n + " of the bench says " + words(n);
        claim.language = "en";
        claim.claimant = "agent " + n % 100;
        claim.statedOn = "" + (1900 + n % 120);
        claim.topics = "topic " + n % 1000;
        claim.source = "source " + n % 50;
        claim.details = words(n) + words(n + 1);
        return claim;
    }

    private static Assessment judged(String rating, int n) {
        Assessment assessment = new Assessment();
        assessment.rating = rating;
        assessment.body = words(n) + words(n + 1) + words(n + 2);
        return assessment;
    }

    /** Of 5,000 words the n-th most frequent is n times as rare as the first. */
    private static String words(int n) {
        Random random = new Random(n);
        return IntStream.range(0, 12).mapToObj(i -> "word" + (int) Math.pow(5000, random.nextDouble()) + " ").collect(Collectors.joining());
    }
}
