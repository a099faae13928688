package org.claimtrail.shared.json;

/** Builds JSON pointers (RFC 6901); the empty string points at the whole document. */
public final class Pointer {

    public static final String ROOT = "";

    private Pointer() {}

    public static String child(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    public static String child(String parent, int index) {
        return parent + "/" + index;
    }
}
