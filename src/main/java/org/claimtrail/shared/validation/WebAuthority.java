package org.claimtrail.shared.validation;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part between {@code //} and the path: a host, perhaps a port, and never a user. */
final class WebAuthority {

    private static final Pattern FORM = Pattern.compile("(\\[.*]|[^\\[\\]:]*)(?::(\\d*))?");
    private static final Pattern LABEL = Pattern.compile("\\w(?:[\\w-]{0,61}\\w)?"); // names in use do have underscores
    private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");
    private static final int MAX_NAME = 253;
    private static final int MAX_PORT = 65_535;

    private WebAuthority() {}

    static Optional<String> refusal(String authority) {
        if (authority.indexOf('@') >= 0) {
            return Optional.of("it carries a user name or a password before the host");
        }
        Matcher form = FORM.matcher(authority);
        if (!form.matches() || !isPort(form.group(2))) {
            return Optional.of("after // comes a host and at most a port, a number up to " + MAX_PORT);
        }
        String host = form.group(1);
        if (host.isEmpty()) {
            return Optional.of("it names no host");
        }
        boolean exists = host.startsWith("[") ? isIpv6(host) : isName(host);
        return exists ? Optional.empty() : Optional.of(host + " cannot be a host");
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null || digits.isEmpty() || (digits.length() <= 5 && Integer.parseInt(digits) <= MAX_PORT);
    }

    private static boolean isIpv6(String host) {
        try {
            return host.indexOf('%') < 0 && new URI("http://" + host + "/").getHost() != null;
        } catch (URISyntaxException refused) {
            return false;
        }
    }

    private static boolean isName(String host) {
        if (host.length() > MAX_NAME + 1) {
            return false; // before the conversion, whose cost grows faster than the length
        }
        String ascii;
        try {
            ascii = IDN.toASCII(host);
        } catch (IllegalArgumentException refused) {
            return false;
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.length() > MAX_NAME) {
            return false;
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return isNoNumber(labels[labels.length - 1]) || isIpv4(labels);
    }

    /** No top-level domain is a number, so a last part in digits makes a browser read an IPv4 address. */
    private static boolean isNoNumber(String label) {
        return !label.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isIpv4(String[] labels) {
        if (labels.length != 4) {
            return false;
        }
        for (String label : labels) {
            if (!BYTE.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
