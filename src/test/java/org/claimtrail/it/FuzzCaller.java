package org.claimtrail.it;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimtrail.support.Client;

/** Who asks: the public, or somebody of a role and of no desk. */
record FuzzCaller(String role, String key) {

    /** Every word of {@link SecretNewsroom} has it. */
    private static final String MARK = "xkwmark";

    static List<FuzzCaller> all(Client admin) {
        List<FuzzCaller> callers = new ArrayList<>(List.of(new FuzzCaller("anonymous", "")));
        for (String role : List.of("contributor", "editor", "auditor", "admin")) {
            callers.add(new FuzzCaller(role, admin.person("A " + role, role).key()));
        }
        return callers;
    }

    String credential() {
        return key.isEmpty() ? "" : "Bearer " + key;
    }

    /** The run is worth nothing when it has locked itself out. */
    void requireLetIn(URI service) {
        new Client(service, key).get("/v1/claims").expect(200);
    }

    /** Whether the answer has nothing that is not for this role. */
    boolean maySee(List<Secret> secrets, FuzzAnswer answer) {
        if (role.equals("auditor") || role.equals("admin")) {
            return true;
        }
        String text = (answer.headers() + answer.text()).toLowerCase(Locale.ROOT);
        return !text.contains(MARK)
                || secrets.stream()
                        .filter(secret -> role.equals("anonymous") || !secret.isKnownToStaff())
                        .noneMatch(secret -> text.contains(secret.word()));
    }
}
