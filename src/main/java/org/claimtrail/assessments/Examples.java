package org.claimtrail.assessments;

/** Examples of the API description; they run as they stand against the seeds. */
final class Examples {

    static final String SCALE = """
            {"owner":"agent_01k98n0b00e47bc977yjdsw90n","name":"Two words","ratings":[\
            {"code":"right","label":{"en":"Right"},"ratingValue":2,"bestRating":2,"worstRating":1,\
            "verdict":{"score":1,"flags":[]}},\
            {"code":"wrong","label":{"en":"Wrong"},"ratingValue":1,"bestRating":2,"worstRating":1,\
            "verdict":{"score":0,"flags":[]}}]}""";

    static final String SCALE_EDIT = """
            {"owner":"agent_01k98n0b00e47bc977yjdsw90n","name":"Illustrative verdicts","ratings":[\
            {"code":"true","label":{"en":"True"},"ratingValue":5,"bestRating":5,"worstRating":1,\
            "verdict":{"score":1,"flags":[]}},\
            {"code":"mostly_true","label":{"en":"Mostly true"},"ratingValue":4,"bestRating":5,"worstRating":1,\
            "verdict":{"score":0.75,"flags":[]}},\
            {"code":"mixed","label":{"en":"Mixed"},"ratingValue":3,"bestRating":5,"worstRating":1,\
            "verdict":{"score":0.5,"flags":["missing_context"]}},\
            {"code":"mostly_false","label":{"en":"Mostly false"},"ratingValue":2,"bestRating":5,"worstRating":1,\
            "verdict":{"score":0.25,"flags":[]}},\
            {"code":"false","label":{"en":"False"},"ratingValue":1,"bestRating":5,"worstRating":1,\
            "verdict":{"score":0,"flags":[]}},\
            {"code":"unproven","label":{"en":"Unproven"},\
            "verdict":{"score":null,"flags":["unproven"]}},\
            {"code":"outdated","label":{"en":"Outdated"},\
            "verdict":{"score":null,"flags":["outdated"]}}],\
            "changeReason":"labels in English alone"}""";

    static final String DRAFT = """
            {"assessor":"agent_01k98n0b00e47bc977yjdsw90n","scale":"scale_01k98n0b00ff1akg0086r8kz57","rating":"unproven",\
            "ratingExplanation":"The article gives no wording of its own.",\
            "body":"The position is *paraphrased*; no statement is named.",\
            "method":"Illustrative: rests on one news article alone.",\
            "evidence":[{"source":"source_01k98n0b00e9saqbfmnd3vp9vq","stance":"context",\
            "quote":{"exact":"already been resolved"}}]}""";

    static final String CORRECTION = """
            {"assessor":"agent_01k98n0b00e47bc977yjdsw90n","scale":"scale_01k98n0b00ff1akg0086r8kz57",\
            "rating":"mostly_true","ratingExplanation":"The position is reported without a wording.",\
            "body":"The position is paraphrased, and nobody in the article disputes that Pyongyang takes it.",\
            "method":"Illustrative: rests on one news article alone.","evidence":[],\
            "changeType":"correction","changeReason":"the paraphrase was given too little weight",\
            "correctionNotice":"Correction: rated Unproven before, now Mostly true."}""";

    static final String COMMENT = """
            {"comment":"Please look at the second quote."}""";

    static final String REVIEW_COMMENT = """
            {"text":"Who says so, and when? The article names *no occasion*.","assessmentVersion":1,\
            "quote":{"exact":"already been resolved"}}""";

    static final String RESOLVED_COMMENT = """
            {"text":"Who says so, and when? The article names *no occasion*.","assessmentVersion":1,\
            "quote":{"exact":"already been resolved"},"resolved":true}""";

    static final String EMBARGO = """
            {"at":"2026-12-01T06:00:00Z"}""";

    static final String ASSIGNMENT = """
            {"due":"2026-12-01T12:00:00Z"}""";

    static final String ENDING = """
            {"changeReason":"the source was mistaken for another",\
            "correctionNotice":"This verdict is withdrawn: it rested on a source that was mistaken for another."}""";

    private Examples() {}
}
