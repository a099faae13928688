package org.claimtrail.access;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.AssessmentBuilder;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Routes;
import org.claimtrail.support.Routes.Route;
import org.claimtrail.support.Saved;

/** Two desks, their people, and records of the first of them and of none; made once for all requests of the matrix. */
final class Cast {

    /** Stands in what is not published. */
    final String draftWord = Newsroom.unique("draftword");

    /** Stands in confidential evidence. */
    final String sealedWord = Newsroom.unique("sealedword");

    final Saved desk;
    final String draftId;

    private final Newsroom newsroom;
    private final Saved otherDesk;
    private final Map<Caller, Member> people = new EnumMap<>(Caller.class);
    private final Map<Target, Assessed> assessments = new EnumMap<>(Target.class);
    private final Map<Target, Saved> claims = new EnumMap<>(Target.class);
    private final Map<Target, String> comments = new EnumMap<>(Target.class);
    private final Map<String, String> others;

    Cast(Newsroom newsroom, Published published) {
        this.newsroom = newsroom;
        this.desk = newsroom.aDesk();
        this.otherDesk = newsroom.aDesk();
        people.put(Caller.OWN_CONTRIBUTOR, newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor"));
        people.put(Caller.OWN_EDITOR, newsroom.newcomer(Role.EDITOR, desk, "editor"));
        people.put(Caller.OWN_EDITOR_AS_CONTRIBUTOR, newsroom.newcomer(Role.EDITOR, desk, "contributor"));
        people.put(Caller.OTHER_CONTRIBUTOR, newsroom.newcomer(Role.CONTRIBUTOR, otherDesk, "contributor"));
        people.put(Caller.OTHER_EDITOR, newsroom.newcomer(Role.EDITOR, otherDesk, "editor"));
        people.put(Caller.FREE_CONTRIBUTOR, newsroom.newcomer(Role.CONTRIBUTOR));
        people.put(Caller.FREE_EDITOR, newsroom.newcomer(Role.EDITOR));
        people.put(Caller.AUDITOR, newsroom.auditor());
        people.put(Caller.ADMIN, newsroom.admin());
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Member free = newsroom.newcomer(Role.CONTRIBUTOR);
        claims.put(Target.DESK_PUBLISHED, newsroom.aClaim().writtenBy(author).saved());
        claims.put(Target.FREE_PUBLISHED, newsroom.aClaim().saved());
        assessments.put(Target.DESK_DRAFT, assessment(author).drafted().submitted());
        assessments.put(Target.DESK_PUBLISHED, published(assessment(author), Caller.OWN_EDITOR));
        assessments.put(
                Target.FREE_DRAFT, newsroom.anAssessment().writtenBy(free).drafted());
        assessments.put(Target.FREE_PUBLISHED, published(newsroom.anAssessment().writtenBy(free), Caller.FREE_EDITOR));
        draftId = known(assessments, Target.DESK_DRAFT).id();
        assessments.forEach((target, assessment) -> comments.put(target, comment(target, assessment)));
        others = others(published);
    }

    /** By its author, with the word where it is a desk's: what is said about it is not published even if it is. */
    private String comment(Target target, Assessed assessment) {
        boolean free = target == Target.FREE_DRAFT || target == Target.FREE_PUBLISHED;
        return assessment.comment(assessment.author(), Map.of("text", free ? "said" : draftWord));
    }

    private AssessmentBuilder assessment(Member author) {
        return newsroom.anAssessment()
                .of(known(claims, Target.DESK_PUBLISHED))
                .writtenBy(author)
                .with("body", newsroomOnly())
                .restingSecretlyOn(sealedWord);
    }

    /** Only the first, which stays unpublished, holds the word. */
    private String newsroomOnly() {
        return assessments.isEmpty() ? draftWord : "published";
    }

    private Assessed published(AssessmentBuilder builder, Caller editor) {
        Assessed assessed = builder.submitted();
        for (String step : List.of("approve", "publish")) {
            assessed.step(step, known(people, editor)).then().statusCode(200);
        }
        return assessed;
    }

    private Map<String, String> others(Published published) {
        Saved from = newsroom.aClaim().saved();
        String relation = newsroom.contributor()
                .request()
                .body(Map.of(
                        "from",
                        from.id(),
                        "type",
                        "repeats",
                        "to",
                        newsroom.aClaim().saved().id()))
                .post("/v1/relations")
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id");
        String event = given().get(from.path()).header("Audit-Event");
        published.await(event, Duration.ofSeconds(10));
        return Map.of(
                "event", event,
                "imports", newsroom.anImport(),
                "spare", from.id(),
                "agents", newsroom.desk().id(),
                "keys", newsroom.contributor().keyId(),
                "desks", desk.id(),
                "rating-scales", newsroom.standardScale().id(),
                "relations", relation,
                "sources", newsroom.standardSource().id());
    }

    RequestSpecification request(Caller caller) {
        return caller == Caller.NOBODY
                ? given().contentType("application/json")
                : known(people, caller).request();
    }

    /** The path of the route, with ids of records that are there; of nothing where an allowed request would act. */
    String path(Route route, Target target) {
        String collection = route.path().split("/", -1)[2];
        boolean reads = route.method().equals("GET") || route.method().equals("HEAD");
        String id =
                switch (collection) {
                    case "claims" ->
                        known(claims, target == Target.ANY ? Target.FREE_PUBLISHED : target)
                                .id();
                    case "assessments" ->
                        known(assessments, target == Target.ANY ? Target.FREE_PUBLISHED : target)
                                .id();
                    case "audit" -> Newsroom.noSuch(Kind.KEY);
                    case "keys" -> reads ? known(others, "keys") : Newsroom.noSuch(Kind.KEY);
                    case "desks" -> route.path().endsWith("/close") ? Newsroom.noSuch(Kind.DESK) : desk.id();
                    default -> others.getOrDefault(collection, "");
                };
        String comment = comments.getOrDefault(target == Target.ANY ? Target.FREE_PUBLISHED : target, "");
        String path = route.path()
                .replace("{comment}", comment)
                .replace("{id}", id)
                .replace("{n}", "1")
                .replace("{pseudonym}", "a:nobody");
        return Routes.inLog(path, known(others, "event"));
    }

    /** A body that gets as far as the question whether the caller may. */
    Object body(Route route, Target target) {
        String path = route.path();
        String act = path.substring(path.lastIndexOf('/') + 1);
        return switch (act) {
            case "merge" -> Map.of("into", known(others, "spare"), "changeReason", "the reason");
            case "withdraw", "reopen" -> Map.of("changeReason", "the reason");
            case "transfer" -> Map.of("desk", otherDesk.id(), "reason", "the reason");
            case "withhold" -> Map.of("reason", "privacy");
            case "erase" -> Map.of("basis", "court_order");
            case "publish" -> Map.of("at", Instant.now().plusSeconds(3600).toString());
            case "return" -> Map.of("comment", "look again");
            case "retract", "void" -> Map.of("changeReason", "the reason", "correctionNotice", "the notice");
            case "{id}" -> edit(path);
            case "comments", "{comment}" -> Map.of("text", "something");
            default -> Map.of();
        };
    }

    private Object edit(String path) {
        if (path.startsWith("/v1/claims")) {
            return newsroom.aClaim().with("changeReason", "the reason").content();
        }
        return path.startsWith("/v1/assessments") ? newsroom.anAssessment().content() : Map.of();
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    /** Who asks. */
    enum Caller {
        NOBODY("nobody"),
        OWN_CONTRIBUTOR("contributor of the desk"),
        OWN_EDITOR("editor of the desk"),
        OWN_EDITOR_AS_CONTRIBUTOR("editor's key, contributor of the desk"),
        OTHER_CONTRIBUTOR("contributor of another desk"),
        OTHER_EDITOR("editor of another desk"),
        FREE_CONTRIBUTOR("contributor of no desk"),
        FREE_EDITOR("editor of no desk"),
        AUDITOR("auditor"),
        ADMIN("admin");

        final String text;

        Caller(String text) {
            this.text = text;
        }

        boolean seesDraft() {
            return this == OWN_CONTRIBUTOR
                    || this == OWN_EDITOR
                    || this == OWN_EDITOR_AS_CONTRIBUTOR
                    || this == AUDITOR
                    || this == ADMIN;
        }

        boolean seesSealed() {
            return this == OWN_EDITOR || this == AUDITOR || this == ADMIN;
        }
    }

    /** What is asked about. */
    enum Target {
        ANY(""),
        DESK_DRAFT("draft of the desk"),
        DESK_PUBLISHED("published, of the desk"),
        FREE_DRAFT("draft of no desk"),
        FREE_PUBLISHED("published, of no desk");

        final String text;

        Target(String text) {
            this.text = text;
        }
    }
}
