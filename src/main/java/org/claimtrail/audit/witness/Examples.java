package org.claimtrail.audit.witness;

/** Examples of the API description. The log and the witness in them exist nowhere else. */
final class Examples {

    static final String FIRST_CHECKPOINT = """
            old 0

            gazette.example/v1/audit
            1
            g/jjpc4q6P6YCFFoOy42e3k/0Eq3wTIvMELnXBYUGDM=

            \u2014 gazette.example/v1/audit \
            cZxnHjcxy9EOYpBeKGGb2WvrHLfY435EPZCLp9UKQKr/yiiuf9tow01enmQxLMwLWWH2CtOOk2Xy69AlOA5tcQDIAQI=
            """;

    static final String COSIGNATURE = """
            \u2014 claimtrail.example/witness \
            a9hXXwAAAABpCcCQgWSOkIAJbDIrp96taDIh8SFQu3dxddbMqi7W/sRjKu4vUHgVJ59qIXdpXPNL1BveXXsxnfnQDzynPdqwqtbLCA==
            """;

    static final String KEYS = """
            {"vkeys": ["claimtrail.example/witness+6bd8575f+BNENDMJASfMRZin5wByK7LVyKymWaNN29HkNqJJtHSrb"]}""";

    private Examples() {}
}
