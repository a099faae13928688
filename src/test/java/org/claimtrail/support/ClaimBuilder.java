package org.claimtrail.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A claim to be recorded; what a test does not say is made up. */
public final class ClaimBuilder {

    private final Newsroom newsroom;
    private final List<Object> appearances = new ArrayList<>();
    private Map<String, Object> body = Newsroom.body("text", Newsroom.unique("claim"), "inLanguage", "en");
    private @Nullable Saved claimant;
    private @Nullable Member writer;

    ClaimBuilder(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Claimed by an agent of this name, who is made. */
    public ClaimBuilder by(String name) {
        return by(newsroom.anAgent(name));
    }

    public ClaimBuilder by(Saved agent) {
        claimant = agent;
        return this;
    }

    public ClaimBuilder writtenBy(Member member) {
        writer = member;
        return this;
    }

    public ClaimBuilder saying(String text) {
        return with("text", text);
    }

    public ClaimBuilder about(String... topics) {
        return with("about", List.of(topics));
    }

    public ClaimBuilder with(String property, Object value) {
        body.put(property, value);
        return this;
    }

    /** One appearance, through these agents from origin to outlet. */
    public ClaimBuilder through(Saved... agents) {
        List<Object> chain = new ArrayList<>();
        for (Saved agent : agents) {
            chain.add(Map.of("agent", agent.id(), "mode", "reported"));
        }
        appearances.add(Map.of("source", newsroom.standardSource().id(), "attribution", chain));
        return this;
    }

    public Map<String, Object> content() {
        Saved by = claimant == null ? newsroom.desk() : claimant;
        body.put("claimant", by.id());
        body.put("appearances", appearances);
        return body;
    }

    public Saved saved() {
        return newsroom.post("/v1/claims", writer == null ? newsroom.contributor() : writer, content());
    }
}
