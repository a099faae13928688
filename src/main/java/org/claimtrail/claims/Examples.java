package org.claimtrail.claims;

/** Examples of the API description; they run as they stand against the seeds. */
final class Examples {

    static final String CLAIM = """
            {"text":"Pyongyang considers the matter of the abductees closed","inLanguage":"en",\
            "claimant":"agent_01k98n0b00era84azn8rdcrgjv","statedOn":"2025-11","about":["abductions"],\
            "appearances":[{"source":"source_01k98n0b00e9saqbfmnd3vp9vq",\
            "quote":{"exact":"already been resolved"},\
            "attribution":[{"agent":"agent_01k98n0b00era84azn8rdcrgjv","mode":"said"},\
            {"agent":"agent_01k98n0b00fbvtm7pa6xfaw4a5","mode":"reported"}]}]}""";

    static final String CLAIM_EDIT = """
            {"text":"Pyongyang says the abduction issue is resolved","inLanguage":"en",\
            "claimant":"agent_01k98n0b00era84azn8rdcrgjv","statedOn":"2025-11~",\
            "about":["abductions","diplomacy","japan"],"contentLocation":"North Korea",\
            "interpretation":"North Korea's government holds that nothing about the abducted Japanese is left to settle.",\
            "appearances":[{"source":"source_01k98n0b00e9saqbfmnd3vp9vq",\
            "attribution":[{"agent":"agent_01k98n0b00era84azn8rdcrgjv","mode":"said",\
            "note":"The article gives no occasion, date or wording."},\
            {"agent":"agent_01k98n0b00fbvtm7pa6xfaw4a5","mode":"paraphrased"}]}],\
            "changeReason":"a topic was missing"}""";

    /** A claim that no other example needs, so that they go on running when this one is merged or withdrawn. */
    static final String SPARE = "claim_01k98n0b00fa5vn2e6th4v71sy";

    static final String MERGE = """
            {"into":"claim_01k98n0b00fwy9g0akkatwc5qa","changeReason":"it only repeats the other one"}""";

    static final String STEP = """
            {"changeReason":"recorded by mistake"}""";

    static final String RELATION = """
            {"from":"claim_01k98n0b00enm8146esfsye80v","type":"respondsTo","to":"claim_01k98n0b00fwy9g0akkatwc5qa",\
            "note":"illustrative"}""";

    static final String RELATION_EDIT = """
            {"from":"claim_01k98n0b00ftqrr0brxvmrwa58","type":"contradicts","to":"claim_01k98n0b00enm8146esfsye80v",\
            "state":"confirmed","note":"checked again","changeReason":"a second look"}""";

    private Examples() {}
}
