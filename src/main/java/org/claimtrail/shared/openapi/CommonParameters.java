package org.claimtrail.shared.openapi;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters that mean the same wherever they stand. */
final class CommonParameters {

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "limit", "Items on a page, 1 to 200.",
            "cursor", "Where the page begins: the `next` of the page before.",
            "after", "Only events behind this one: the `next` of the page before.",
            "knownAt", "What stood at this instant (RFC 3339, system time).",
            "If-Match", "The ETag of the version your change is based on, in its quotes; `*` for whatever stands.");

    private CommonParameters() {}

    /** Fills in what the resource left out. */
    static void describe(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            String description = DESCRIPTIONS.get(parameter.getName());
            if (description != null && parameter.getDescription() == null) {
                parameter.setDescription(description);
            }
            if (parameter.getName().equals("If-Match")) {
                parameter.setRequired(true);
                parameter.setExample("*");
            }
            if (parameter.getName().equals("limit")) {
                parameter.setSchema(OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(200))
                        .defaultValue(20));
            }
        }
    }

    static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Makes a repeated request safe: the same key within 24 hours gives the first answer again.")
                .schema(CommonParts.text().maxLength(255));
    }

    /** The same where it must be there. */
    static Parameter requiredIdempotencyKey() {
        return idempotencyKey().required(true).example("0f2c7a4e-archive");
    }

    static Parameter prefer() {
        return OASFactory.createParameter()
                .name("Prefer")
                .in(Parameter.In.HEADER)
                .description(
                        "`return=minimal` leaves the body out of the answer; `wait=5` answers once a published checkpoint"
                                + " covers the change, with `Audit-Index` and `Audit-Proof`, or after that many seconds"
                                + " without them (RFC 7240).")
                .schema(CommonParts.text());
    }
}
