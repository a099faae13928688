package org.claimtrail.sources;

/** Examples of the API description; they run as they stand against the seeds. */
final class Examples {

    static final String AGENT = """
            {"type":"Person","name":"Aya Sato","jobTitle":"spokesperson","sameAs":[]}""";

    static final String AGENT_EDIT = """
            {"type":"Person","name":"Kim Yo Jong","description":"Sister of Kim Jong Un.",\
            "jobTitle":"senior official, Workers' Party of Korea","memberOf":"agent_01k98n0b00f6fsxn5mgymmbzgw",\
            "sameAs":[],"changeReason":"the job title names the party"}""";

    static final String SOURCE = """
            {"url":"https://news.example/summit","title":"Summit request unanswered","medium":"article","inLanguage":"en",\
            "datePublished":"2025-11-05","authors":[]}""";

    static final String SOURCE_EDIT = """
            {"title":"Report on Japan's bid for talks with Kim Jong Un","medium":"article","inLanguage":"en",\
            "datePublished":"2025-11-05~","publisher":"agent_01k98n0b00fbvtm7pa6xfaw4a5","authors":[],\
            "changeReason":"the date of publication is known more closely"}""";

    private Examples() {}
}
