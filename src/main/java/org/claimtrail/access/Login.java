package org.claimtrail.access;

/** Who somebody is at an identity provider: the two claims that together are never given to anybody else. */
record Login(String issuer, String subject) {}
