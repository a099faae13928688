package org.claimtrail.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assessment that a test made, and the steps of it. */
public final class Assessed {

    private final Newsroom newsroom;
    private final String id;
    private final Saved claim;
    private final Member author;
    private final Map<String, Object> content;

    Assessed(Newsroom newsroom, String id, Saved claim, Member author, Map<String, Object> content) {
        this.newsroom = newsroom;
        this.id = id;
        this.claim = claim;
        this.author = author;
        this.content = content;
    }

    public String id() {
        return id;
    }

    public String path() {
        return new Saved(id).path();
    }

    public Saved claim() {
        return claim;
    }

    public Member author() {
        return author;
    }

    /** One step of the workflow, with the body it needs. */
    public Response step(String step, Member by) {
        return switch (step) {
            case "return" -> step(step, by, Map.of("comment", "please look again"));
            case "retract", "void" ->
                step(step, by, Map.of("changeReason", "the reason", "correctionNotice", "the notice"));
            default -> by.request().header("If-Match", "*").post(path() + "/" + step);
        };
    }

    public Response step(String step, Member by, Map<String, Object> body) {
        return by.request().header("If-Match", "*").body(body).post(path() + "/" + step);
    }

    public Assessed submitted() {
        return done(step("submit", author));
    }

    public Assessed returned() {
        return done(step("return", newsroom.editor()));
    }

    public Assessed approved() {
        return done(step("approve", newsroom.editor()));
    }

    public Assessed published() {
        return done(step("publish", newsroom.editor()));
    }

    public Assessed retracted() {
        return done(step("retract", newsroom.editor()));
    }

    public Assessed voided() {
        return done(step("void", newsroom.editor()));
    }

    /** Says something about it; gives the comment's id. */
    public String comment(Member by, Map<String, Object> body) {
        return by.request()
                .body(body)
                .post(path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id");
    }

    /** The answer to a further draft with this {@link #content}. */
    public Response edit(Member by, @Nullable Object... changes) {
        return by.request().header("If-Match", "*").body(content(changes)).put(path());
    }

    /** The content of the first draft with some properties changed; null leaves one out. */
    public Map<String, Object> content(@Nullable Object... changes) {
        Map<String, Object> next = new LinkedHashMap<>(content);
        for (int i = 0; i < changes.length; i += 2) {
            Object value = changes[i + 1];
            if (value == null) {
                next.remove(String.valueOf(changes[i]));
            } else {
                next.put(String.valueOf(changes[i]), value);
            }
        }
        return next;
    }

    /** A further version, of this change type where something is published before; a draft. */
    public Assessed redrafted(@Nullable Object... changes) {
        return done(edit(author, changes));
    }

    /** A further version with all that its change type asks for, up to its publication. */
    public Assessed changed(String changeType, @Nullable Object... changes) {
        @Nullable Object[] all = new Object[changes.length + 6];
        all[0] = "changeType";
        all[1] = changeType;
        all[2] = "changeReason";
        all[3] = "the reason";
        all[4] = "correctionNotice";
        all[5] = changeType.equals("minor") ? null : "the notice";
        System.arraycopy(changes, 0, all, 6, changes.length);
        return redrafted(all).submitted().approved().published();
    }

    /** The state of the latest version, as staff see it. */
    public String state() {
        return newsroom.auditor()
                .request()
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .header("Assessment-State");
    }

    private Assessed done(Response response) {
        response.then().statusCode(200);
        return this;
    }
}
