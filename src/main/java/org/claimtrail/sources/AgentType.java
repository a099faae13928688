package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an agent is, in the terms of schema.org and PROV-O. */
public enum AgentType {
    @JsonProperty("Person")
    PERSON,
    @JsonProperty("Organization")
    ORGANIZATION,
    @JsonProperty("SoftwareAgent")
    SOFTWARE_AGENT
}
