package org.claimtrail.shared.openapi;

import java.util.List;
import java.util.Map;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Who may call an operation: with any key or none, or with one of certain roles, which the description then names. */
final class Rights {

    private static final Map<String, String> ROLES = Map.of(
            Permission.WRITE, "contributor, editor or admin",
            Permission.EDIT, "editor or admin",
            Permission.ADMINISTER, "admin",
            Permission.READ_DRAFTS, "any",
            Permission.READ_KEYS, "auditor or admin");

    private Rights() {}

    static void describe(Operation operation) {
        List<SecurityRequirement> required = operation.getSecurity();
        SecurityRequirement key = OASFactory.createSecurityRequirement().addScheme(ApiDescription.KEY);
        if (required == null || required.isEmpty()) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement(), key));
            return;
        }
        List<String> permissions = required.get(0).getScheme(ApiDescription.KEY);
        String roles = permissions == null || permissions.isEmpty() ? null : ROLES.get(permissions.get(0));
        if (roles != null) {
            operation.setDescription(operation.getDescription() + " Role: " + roles + ".");
        }
        // Scopes belong to OAuth; a key's rights are its role's.
        operation.setSecurity(List.of(key));
    }
}
