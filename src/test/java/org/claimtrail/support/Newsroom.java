package org.claimtrail.support;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.claimtrail.access.Actor;
import org.claimtrail.access.KeyView;
import org.claimtrail.access.Keys;
import org.claimtrail.access.NewKey;
import org.claimtrail.access.Role;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * The people of a test, and builders of what they record. Keys come from the service, since the first administrator's
 * key is printed and not told to tests; everything else goes over HTTP.
 */
@Singleton
public class Newsroom {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Keys keys;
    private final Map<Role, Member> members = new ConcurrentHashMap<>();
    private final Map<String, Saved> shared = new ConcurrentHashMap<>();

    Newsroom(Keys keys) {
        this.keys = keys;
    }

    /** A word that nothing else in this run contains. */
    public static String unique(String word) {
        return word + "-" + Integer.toString(COUNT.incrementAndGet(), 36) + "-"
                + TypeId.next(Kind.EVENT).toString().substring(22);
    }

    /** An id of a record that was never made. */
    public static String noSuch(Kind kind) {
        return TypeId.next(kind).toString();
    }

    public Member contributor() {
        return member(Role.CONTRIBUTOR);
    }

    public Member editor() {
        return member(Role.EDITOR);
    }

    public Member auditor() {
        return member(Role.AUDITOR);
    }

    public Member admin() {
        return member(Role.ADMIN);
    }

    /** The one of this role whom tests share. */
    public Member member(Role role) {
        return members.computeIfAbsent(role, this::newcomer);
    }

    /** The next who asks for this role gets somebody new: for a test that spoils the keys of all of them. */
    public void forget(Role role) {
        members.remove(role);
    }

    /** Somebody nobody else is. */
    public Member newcomer(Role role) {
        return keyFor(unique(role.text()), role);
    }

    /** A further key of the same person. */
    public Member keyFor(String name, Role role) {
        Actor recruiter = keys.person("Recruiter of the tests");
        KeyView made = keys.create(recruiter, NewKey.of(name, role));
        return new Member(name, made.actor(), role, made.id(), String.valueOf(made.key()));
    }

    public void revoke(Member member) {
        keys.revoke(keys.person("Recruiter of the tests"), TypeId.parse(member.keyId()));
    }

    public ClaimBuilder aClaim() {
        return new ClaimBuilder(this);
    }

    public AssessmentBuilder anAssessment() {
        return new AssessmentBuilder(this);
    }

    public Saved anAgent(String name) {
        return post("/v1/agents", contributor(), Map.of("type", "Organization", "name", name));
    }

    public Saved aSource() {
        return post("/v1/sources", contributor(), Map.of("title", unique("source"), "medium", "article"));
    }

    /** A scale of true (1), mostly_true (0.75), false (0) and unproven (no score). */
    public Saved aScale() {
        return post("/v1/rating-scales", admin(), scale("Scale", desk()));
    }

    public static Map<String, Object> scale(String name, Saved owner) {
        List<Object> ratings = List.of(
                rating("true", "True", 1), rating("mostly_true", "Mostly true", 0.75),
                rating("false", "False", 0), rating("unproven", "Unproven", null));
        return body("owner", owner.id(), "name", name, "ratings", ratings);
    }

    public static Map<String, Object> rating(String code, String label, @Nullable Number score) {
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("score", score);
        return body("code", code, "label", Map.of("en", label), "verdict", verdict);
    }

    /** An import that has brought nothing. */
    public String anImport() {
        return admin().request()
                .header("Idempotency-Key", unique("key"))
                .body(Map.of("name", "Archive"))
                .post("/v1/imports")
                .as(Json.class)
                .at("id");
    }

    /** A desk of the newsroom, with nobody on it. */
    public Saved aDesk() {
        return post("/v1/desks", admin(), Map.of("name", unique("desk")));
    }

    /** Somebody nobody else is, with a key of this role, who does this on a desk. */
    public Member newcomer(Role role, Saved desk, String does) {
        Member member = newcomer(role);
        join(member, desk, does);
        return member;
    }

    /** Takes somebody onto a desk. */
    public void join(Member member, Saved desk, String does) {
        admin().request()
                .body(Map.of("role", does))
                .put(desk.path() + "/members/" + member.pseudonym())
                .then()
                .statusCode(200);
    }

    /** The organisation that tests share. */
    public Saved desk() {
        return shared("desk", () -> anAgent("The desk"));
    }

    /** The scale that tests share and leave as it is. */
    public Saved standardScale() {
        return shared("scale", this::aScale);
    }

    /** The source that tests share and leave as it is. */
    public Saved standardSource() {
        return shared("source", this::aSource);
    }

    /** Names and values in turns, as a JSON object that can be changed. */
    public static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return body;
    }

    Saved post(String path, Member by, Map<String, Object> body) {
        String id = by.request()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id");
        return new Saved(id);
    }

    private Saved shared(String what, Supplier<Saved> maker) {
        Saved known = shared.get(what);
        if (known == null) {
            known = maker.get();
            shared.put(what, known);
        }
        return known;
    }
}
