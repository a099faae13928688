package org.claimtrail.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Shows what the programs that a test had started have written, when the test fails. */
public final class ShownOutput implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    static void of(Path file) {
        FILES.add(file);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    private static void show() throws IOException {
        for (Path file : FILES) {
            if (Files.isRegularFile(file)) {
                System.out.println("---- " + file + "\n" + Files.readString(file));
            }
        }
    }
}
