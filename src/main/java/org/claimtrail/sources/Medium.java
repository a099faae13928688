package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In what form a source was published. */
public enum Medium {
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("broadcast")
    BROADCAST,
    @JsonProperty("post")
    POST,
    @JsonProperty("document")
    DOCUMENT,
    @JsonProperty("dataset")
    DATASET,
    @JsonProperty("statement")
    STATEMENT,
    @JsonProperty("speech")
    SPEECH,
    @JsonProperty("interview")
    INTERVIEW,
    @JsonProperty("news_conference")
    NEWS_CONFERENCE,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("book")
    BOOK,
    @JsonProperty("other")
    OTHER
}
