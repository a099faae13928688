package org.claimtrail.support;

import java.util.List;

/** A program that has ended: its exit code, and the lines of both its outputs. */
public record Ended(int code, List<String> lines) {

    public Ended {
        lines = List.copyOf(lines);
    }

    /** The lines that say why it did not start. */
    public List<String> reasons() {
        return lines.stream()
                .filter(line -> line.startsWith("Claimtrail cannot start: "))
                .toList();
    }

    /** The lines of stack traces, and of what was logged as an error. */
    public List<String> noise() {
        return lines.stream()
                .filter(line -> line.startsWith("\tat ")
                        || line.startsWith("Caused by:")
                        || line.contains("Exception")
                        || line.contains(" ERROR ")
                        || line.contains(" WARN "))
                .toList();
    }
}
