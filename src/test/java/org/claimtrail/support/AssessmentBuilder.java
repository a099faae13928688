package org.claimtrail.support;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assessment to be drafted and brought as far as a test wants it; what a test does not say is made up. */
public final class AssessmentBuilder {

    private final Newsroom newsroom;
    private final List<Object> evidence = new ArrayList<>();
    private final Map<String, Object> body = Newsroom.body("rating", "false");
    private @Nullable Saved claim;
    private @Nullable Member author;

    AssessmentBuilder(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    public AssessmentBuilder of(Saved assessed) {
        claim = assessed;
        return this;
    }

    public AssessmentBuilder writtenBy(Member writer) {
        author = writer;
        return this;
    }

    public AssessmentBuilder by(Saved assessor) {
        return with("assessor", assessor.id());
    }

    public AssessmentBuilder rated(String code) {
        return with("rating", code);
    }

    public AssessmentBuilder on(Saved scale) {
        return with("scale", scale.id());
    }

    public AssessmentBuilder with(String property, Object value) {
        body.put(property, value);
        return this;
    }

    public AssessmentBuilder resting(Map<String, Object> item) {
        evidence.add(item);
        return this;
    }

    /** Rests on something that only its author and editors may know. */
    public AssessmentBuilder restingSecretlyOn(String note) {
        return resting(Newsroom.body(
                "stance", "supports", "note", note, "confidential", true, "withheldReason", "source protection"));
    }

    public Map<String, Object> content() {
        body.putIfAbsent("assessor", newsroom.desk().id());
        body.putIfAbsent("scale", newsroom.standardScale().id());
        body.put("evidence", evidence);
        return body;
    }

    /** The answer to the request that drafts it. */
    public Response draft() {
        return writer().request().body(content()).post(claim().path() + "/assessments");
    }

    public Assessed drafted() {
        String id = draft().then().statusCode(201).extract().as(Json.class).at("id");
        return new Assessed(newsroom, id, claim(), writer(), content());
    }

    public Assessed submitted() {
        return drafted().submitted();
    }

    public Assessed approved() {
        return submitted().approved();
    }

    public Assessed published() {
        return approved().published();
    }

    private Saved claim() {
        if (claim == null) {
            claim = newsroom.aClaim().saved();
        }
        return claim;
    }

    private Member writer() {
        return author == null ? newsroom.contributor() : author;
    }
}
