package org.claimtrail.exchange.imports;

/** What the API description shows of a file. */
final class ImportExample {

    /** A JSON string with the lines in it: a text that begins as JSON does would be taken for JSON, and end with its first line. */
    static final String LINES = """
            "{\\"kind\\":\\"agent\\",\\"name\\":\\"ministry\\",\\"content\\":\
            {\\"type\\":\\"Organization\\",\\"name\\":\\"Ministry of Fisheries\\"}}\\n\
            {\\"kind\\":\\"claim\\",\\"name\\":\\"cod-1\\",\\"content\\":\
            {\\"text\\":\\"Cod stocks have doubled since 2010.\\",\\"inLanguage\\":\\"en\\",\
            \\"claimant\\":\\"@agent/ministry\\",\\"statedOn\\":\\"2024-03\\",\\"about\\":[\\"fisheries\\"]}}\\n"\
            """;

    private ImportExample() {}
}
