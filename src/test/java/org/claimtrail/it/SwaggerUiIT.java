package org.claimtrail.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.claimtrail.support.Chromium;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does in the first five minutes: the page of the packaged program, in a real browser. */
@ExtendWith(ShownOutput.class)
class SwaggerUiIT {

    private static final Pattern DATE_AS_TEXT = Pattern.compile("\"statedOn\": \"2025-11\"");
    private static final Path SCREENSHOT = Path.of("target/swagger-ui.png");

    @Test
    void records_the_example_claim_with_the_key_that_was_printed(@TempDir Path folder) {
        try (Packaged service = Launch.in(folder).start();
                Chromium browser = Chromium.open()) {
            Page page = browser.page();
            page.navigate(service.url() + "/q/swagger-ui");

            authorize(page, service.key());
            Locator operation = recordAClaim(page);

            assertThat(operation.locator("table.live-responses-table tbody td.response-col_status"))
                    .containsText("201");
            assertThat(operation.locator("table.live-responses-table"))
                    .containsText(
                            "audit-event: event_", new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
            assertThat(page.locator(".topbar")).isHidden();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOT)
                    .setFullPage(true)
                    .setClip(0, 0, 1280, 3000));
        }
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
}
