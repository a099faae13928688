package org.claimtrail.support;

import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.chain;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.source;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The six kinds of records: what one holds, where it is made, and what an edit of it looks like. */
public enum RecordKind {
    AGENT("/v1/agents", "agent_", "description") {
        @Override
        public Map<String, Object> content() {
            return Ledger.content(
                    "type",
                    "Person",
                    "name",
                    "Zoë \"Z\" Müller — 田中",
                    "description",
                    TEXT,
                    "sameAs",
                    List.of("http://www.wikidata.org/entity/Q1"));
        }
    },
    SOURCE("/v1/sources", "source_", "title") {
        @Override
        public Map<String, Object> content() {
            return Ledger.content(
                    "title",
                    TEXT,
                    "medium",
                    "article",
                    "publisher",
                    agent("A publisher"),
                    "url",
                    "https://news.example/a?b=c",
                    "datePublished",
                    "2025-11-05",
                    "capture",
                    Ledger.content(
                            "sha256", "ab".repeat(32), "mediaType", "text/html", "size", 9_007_199_254_740_991L));
        }
    },
    CLAIM("/v1/claims", "claim_", "text") {
        @Override
        public Map<String, Object> content() {
            String said = agent("A speaker");
            return Ledger.content(
                    "text",
                    TEXT,
                    "inLanguage",
                    "en",
                    "claimant",
                    said,
                    "about",
                    List.of("tests"),
                    "appearances",
                    List.of(Ledger.content("source", source("A source"), "attribution", chain(said, "said"))));
        }
    },
    RELATION("/v1/relations", "rel_", "note") {
        @Override
        public Map<String, Object> content() {
            return Ledger.content(
                    "from", claim(), "type", "contradicts", "to", claim(), "note", TEXT, "score", 0.000001);
        }
    },
    SCALE("/v1/rating-scales", "scale_", "name") {
        @Override
        public Map<String, Object> content() {
            Map<String, Object> verdict = Ledger.content("score", null, "flags", List.of("unproven"));
            Map<String, Object> label = Ledger.content("ja", "根拠不明", "en", "Unproven");
            return Ledger.content(
                    "owner",
                    agent("A desk"),
                    "name",
                    TEXT,
                    "ratings",
                    List.of(Ledger.content("code", "unproven", "label", label, "verdict", verdict)));
        }

        @Override
        public RequestSpecification writer() {
            return Ledger.administrator();
        }
    },
    ASSESSMENT("/v1/assessments", "asmt_", "body") {
        @Override
        public Map<String, Object> content() {
            String desk = agent("A desk");
            return Ledger.content(
                    "assessor",
                    desk,
                    "scale",
                    Ledger.scale(desk),
                    "rating",
                    "open",
                    "body",
                    TEXT,
                    "evidence",
                    List.of(Ledger.content("source", source("A source"), "stance", "context")));
        }

        @Override
        public Response post(RequestSpecification request, Map<String, Object> content) {
            return request.body(json(content)).post("/v1/claims/" + claim() + "/assessments");
        }

        @Override
        public Map<String, Object> changed(Map<String, Object> content, String prose) {
            Map<String, Object> changed = super.changed(content, prose);
            changed.put("changeType", "minor");
            return changed;
        }

        @Override
        public void show(String path) {
            Ledger.publish(path);
        }
    };

    /** Characters that a careless serialisation would write differently. */
    private static final String TEXT =
            "One “fact”, two\twords, \"three\" </b> \u2028 \u007f \ud83d\ude00 ÷ e\u0301 \\ end.";

    private final String collection;
    private final String prefix;
    private final String prose;

    RecordKind(String collection, String prefix, String prose) {
        this.collection = collection;
        this.prefix = prefix;
        this.prose = prose;
    }

    /** A valid content that refers to records of its own. */
    public abstract Map<String, Object> content();

    /** Asks to record a content. */
    public Response post(RequestSpecification request, Map<String, Object> content) {
        return request.body(json(content)).post(collection);
    }

    /** A request by who may write this kind of record. */
    public RequestSpecification writer() {
        return Ledger.contributor();
    }

    /** A published content as an edit sends it, with another text. */
    public Map<String, Object> changed(Map<String, Object> content, String prose) {
        Map<String, Object> changed = Ledger.content();
        changed.putAll(content);
        changed.put(this.prose, prose);
        changed.put("changeReason", "changed for a test");
        return changed;
    }

    /** Lets readers see the latest version, where they do not at once. */
    public void show(String path) {}

    /** The path of a new record that readers see. */
    public String recorded() {
        String path = pathOf(post(writer(), content())
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id"));
        show(path);
        return path;
    }

    /** Writes and shows the next version, with this text; gives the answer to the edit. */
    public Response edit(String path, String text) {
        Map<String, Object> next = changed(Ledger.read(writer(), path), text);
        Response answer = writer().header("If-Match", "*").body(json(next)).put(path);
        answer.then().statusCode(200);
        show(path);
        return answer;
    }

    public String pathOf(String id) {
        return collection + "/" + id;
    }

    public String collection() {
        return collection;
    }

    public String prefix() {
        return prefix;
    }

    /** The name of the property that {@link #changed} changes. */
    public String prose() {
        return prose;
    }
}
