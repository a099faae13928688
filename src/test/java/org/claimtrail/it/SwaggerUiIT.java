package org.claimtrail.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.claimtrail.support.Chromium;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does in the first five minutes: the page of the packaged program, in a real browser. */
@ExtendWith(ShownOutput.class)
class SwaggerUiIT {

    private static final Pattern DATE_AS_TEXT = Pattern.compile("\"statedOn\": \"2025-11\"");
    private static final Path SCREENSHOT = Path.of("target/swagger-ui.png");

    private static final String VERIFY = """
            async ([event, vkey, change]) => {
              const { verify } = await import('/verify.mjs');
              const bundle = await (await fetch('/v1/audit/bundles/' + event)).json();
              if (change) bundle.content = bundle.content.replace('"version":1', '"version":2');
              return (await verify(bundle, { vkey })).result;
            }""";

    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static Packaged service;
    private static Page page;

    @BeforeAll
    static void open() {
        browser = Chromium.open();
        service = Launch.in(folder).start();
        page = browser.page();
        page.navigate(service.url() + "/q/swagger-ui");
    }

    @AfterAll
    static void close() {
        if (service != null) {
            service.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void records_the_example_claim_with_the_key_that_was_printed() {
        authorize(page, service.key());
        Locator operation = recordAClaim(page);

        assertThat(operation.locator("table.live-responses-table tbody td.response-col_status"))
                .containsText("201");
        assertThat(operation.locator("table.live-responses-table"))
                .containsText("audit-event: event_", new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
        assertThat(page.locator(".topbar")).isHidden();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOT)
                .setFullPage(true)
                .setClip(0, 0, 1280, 3000));
    }

    /** What a reader's browser says of a claim: the module that the service serves, on a bundle that it serves. */
    @Test
    void verifies_what_the_service_serves() {
        Client admin = service.admin();
        String vkey = admin.get("/v1/audit/keys").json().at("/items/0/vkey").asText();
        String event = published(admin);

        // Here, since this is the one page that may run scripts.
        Assertions.assertThat(page.evaluate(VERIFY, List.of(event, vkey, false)))
                .isEqualTo("VERIFIED");
        Assertions.assertThat(page.evaluate(VERIFY, List.of(event, vkey, true))).isEqualTo("MISMATCH");
        Assertions.assertThat(page.evaluate(VERIFY, List.of(event, vkey.replace("localhost", "elsewhere"), false)))
                .isEqualTo("MISMATCH");
    }

    private static void authorize(Page page, String key) {
        page.locator(".scheme-container .btn.authorize").click();
        Locator dialog = page.locator(".dialog-ux");
        dialog.locator("input").fill(key);
        dialog.locator("button[type=submit]").click();
        assertThat(dialog).containsText("Logout");
        dialog.locator(".btn-done").click();
    }

    private static Locator recordAClaim(Page page) {
        page.locator("#operations-tag-Claims").click();
        Locator operation = page.locator("#operations-Claims-createClaim");
        operation.locator(".opblock-summary-control").click();
        operation.getByRole(AriaRole.BUTTON, named("Try it out")).click();
        // As a string: what reads 2025-11 as a date or a number would send something else.
        assertThat(operation.locator("textarea.body-param__text")).hasValue(DATE_AS_TEXT);
        operation.getByRole(AriaRole.BUTTON, named("Execute")).click();
        return operation;
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
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
