package org.claimtrail.audit.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The log's public keys, as the API description names them. */
public record LogKeyList(@JsonProperty(required = true) List<LogKeyView> items) {}
