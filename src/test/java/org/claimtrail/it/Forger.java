package org.claimtrail.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tokens that must not open anything, each wrong in one way only. */
final class Forger {

    private final Provider provider;

    Forger(Provider provider) {
        this.provider = provider;
    }

    Map<String, String> all() throws JOSEException {
        RSAKey key = provider.key();
        byte[] der = key.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", signed(key, claims -> claims.expirationTime(at(-60))));
        tokens.put("without expiry", signed(key, claims -> claims.expirationTime(null)));
        tokens.put("not yet valid", signed(key, claims -> claims.notBeforeTime(at(600))));
        tokens.put("another audience", signed(key, claims -> claims.audience("other")));
        tokens.put("without audience", signed(key, claims -> claims.audience((String) null)));
        tokens.put("another issuer", signed(key, claims -> claims.issuer("http://127.0.0.1:1/desk")));
        tokens.put("without issuer", signed(key, claims -> claims.issuer(null)));
        tokens.put("without subject", signed(key, claims -> claims.subject(null)));
        tokens.put("alg none", new PlainJWT(claims().build()).serialize());
        tokens.put("HS256 with the public key (DER)", hmac(der));
        tokens.put("HS256 with the public key (PEM)", hmac(pem.getBytes(StandardCharsets.US_ASCII)));
        tokens.put("another key under this id", signed(Provider.newKey(), claims -> claims));
        tokens.put(
                "an unknown key id",
                signed(new RSAKey.Builder(Provider.newKey()).keyID("x").build(), c -> c));
        tokens.put("another payload", tampered(signed(key, claims -> claims)));
        tokens.put("no signature", signed(key, claims -> claims).replaceAll("[^.]*$", ""));
        tokens.put("no token at all", "garbage");
        tokens.put("three parts of garbage", "a.b.c");
        return tokens;
    }

    /** As the provider would sign it, but for one thing. */
    String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                change.apply(claims()).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    static Date at(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private String hmac(byte[] secret) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(provider.key().getKeyID())
                        .build(),
                claims().build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("writers", "admins");
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts[0], other, parts[2]);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .subject("forged")
                .audience(Provider.AUDIENCE)
                .issueTime(at(-1))
                .expirationTime(at(600))
                .claim("name", "For Ged")
                .claim("realm_access", Map.of("roles", List.of("writers")));
    }
}
