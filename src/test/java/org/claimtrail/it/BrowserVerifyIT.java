package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Chromium;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a reader's browser says of a claim: the module that the service serves, on a bundle that it serves. */
@ExtendWith(ShownOutput.class)
class BrowserVerifyIT {

    private static final String VERIFY = """
            async ([event, vkey, change]) => {
              const { verify } = await import('/verify.mjs');
              const bundle = await (await fetch('/v1/audit/bundles/' + event)).json();
              if (change) bundle.content = bundle.content.replace('"version":1', '"version":2');
              return (await verify(bundle, { vkey })).result;
            }""";

    @Test
    void verifies_what_the_service_serves_in_a_browser(@TempDir Path folder) {
        try (Packaged service = Launch.in(folder).start();
                Chromium browser = Chromium.open()) {
            Client admin = service.admin();
            String vkey = admin.get("/v1/audit/keys").json().at("/items/0/vkey").asText();
            String event = published(admin);
            Page page = browser.page();
            page.navigate(service.url() + "/q/swagger-ui"); // the one page here that may run scripts

            assertThat(page.evaluate(VERIFY, List.of(event, vkey, false))).isEqualTo("VERIFIED");
            assertThat(page.evaluate(VERIFY, List.of(event, vkey, true))).isEqualTo("MISMATCH");
            assertThat(page.evaluate(VERIFY, List.of(event, vkey.replace("localhost", "elsewhere"), false)))
                    .isEqualTo("MISMATCH");
        }
    }

    private static String published(Client admin) {
        return admin.send(
                        "POST",
                        "/v1/agents",
                        "{\"type\":\"Person\",\"name\":\"Kim Yo Jong\"}",
                        Map.of("Prefer", "wait=30"))
                .expect(201)
                .header("Audit-Event");
    }
}
