package org.claimtrail.support;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.claimtrail.access.Role;

/**
 * Somebody with a key.
 *
 * @param keyId the key's id
 * @param key the credential
 */
public record Member(String name, String pseudonym, Role role, String keyId, String key) {

    /** A request with this member's key and, where there is one, a JSON body. */
    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }
}
