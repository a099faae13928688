package org.claimtrail.audit;

/**
 * A confidential part of a record's version, sealed before the public content is written, so that the public content
 * can commit to it. Handed to {@link AuditLog#append} with that content.
 */
public final class ConfidentialPart {

    private final Sealed sealed;

    private ConfidentialPart(Sealed sealed) {
        this.sealed = sealed;
    }

    /** Seals canonical JSON bytes under a fresh salt. */
    public static ConfidentialPart seal(byte[] content) {
        return new ConfidentialPart(Sealed.of(content));
    }

    /** A part that was sealed before, to be carried into a further version under the same commitment. */
    static ConfidentialPart of(Sealed stored) {
        return new ConfidentialPart(stored);
    }

    /** The canonical JSON bytes that were sealed. */
    public byte[] content() {
        return sealed.content();
    }

    /** {@code sha256:<hex>}, for the public content. */
    public String commitment() {
        return sealed.commitment();
    }

    Sealed sealed() {
        return sealed;
    }
}
