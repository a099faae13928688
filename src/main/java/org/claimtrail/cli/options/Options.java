package org.claimtrail.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line: options with a value, some of them more than once, and switches.
 *
 * @param values by the option's name without its dashes
 */
public record Options(Map<String, List<String>> values) {

    private static final Set<String> SWITCHES = Set.of("json");

    public Options {
        values = Map.copyOf(values);
    }

    /**
     * Reads the arguments behind the command.
     *
     * @param known the names that the command has
     * @throws UsageException for any other
     */
    public static Options parse(List<String> arguments, Set<String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String name = argument.startsWith("--") ? argument.substring(2) : "";
            if (!known.contains(name)) {
                throw new UsageException("there is no option " + argument);
            }
            List<String> given = values.computeIfAbsent(name, any -> new ArrayList<>());
            if (!SWITCHES.contains(name)) {
                if (++i == arguments.size() || arguments.get(i).startsWith("--")) {
                    throw new UsageException(argument + " needs a value");
                }
                given.add(arguments.get(i));
            }
        }
        return new Options(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The value of an option that is given once or not at all.
     *
     * @throws UsageException when it is given more than once
     */
    public Optional<String> one(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw new UsageException("--" + name + " is given more than once");
        }
        return given.stream().findFirst();
    }

    /**
     * Asks for an option.
     *
     * @throws UsageException when it is not given at all
     */
    public void requireAny(String name) {
        if (all(name).isEmpty()) {
            throw new UsageException("--" + name + " is missing");
        }
    }

    public String required(String name) {
        return one(name).orElseThrow(() -> new UsageException("--" + name + " is missing"));
    }
}
