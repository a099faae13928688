package org.claimtrail.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, as people have it; a test is skipped, with a printed reason, on a machine without one. */
public final class Chromium implements AutoCloseable {

    /** Without a window, and without the browser's own traffic. */
    private static final List<String> QUIETLY = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** For whatever the browser is asked to do; as long as a busy machine takes. */
    private static final double PATIENCE_MILLIS = 120_000;

    /** The same for what a page is to show. */
    private static final double SHOWN_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(QUIETLY)
                        .setTimeout(PATIENCE_MILLIS));
        PlaywrightAssertions.setDefaultAssertionTimeout(SHOWN_MILLIS);
    }

    public static Chromium open() {
        Optional<Path> program = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.out.println("A test is skipped: there is no chromium on the PATH.");
        }
        Assumptions.assumeTrue(program.isPresent(), "no chromium on the PATH");
        return new Chromium(program.get());
    }

    /** A new page. */
    public Page page() {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 1000));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
