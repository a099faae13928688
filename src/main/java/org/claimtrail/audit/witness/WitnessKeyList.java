package org.claimtrail.audit.witness;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The public keys of this witness.
 *
 * @param vkeys name, key id and key, as C2SP signed-note writes verifier keys; none while this service is no witness
 */
@Schema(name = "WitnessKeys", description = "The keys that cosign checkpoints of other logs.")
public record WitnessKeyList(@JsonProperty(required = true) List<String> vkeys) {}
