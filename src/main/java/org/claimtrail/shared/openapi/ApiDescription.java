package org.claimtrail.shared.openapi;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The head of the API description, and its sections in reading order. An Application, because only there the head is looked for.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Claimtrail",
                        version = "1",
                        description = """
                                Claims, who made them and through whom they got to their readers, and what organisations \
                                judge of them, in versions that never change.

                                **Reading** needs no key. **Writing** does: press *Authorize* and paste the key, or a token.
                                **Every change** names the version it is based on in `If-Match` (the `ETag` you read; \
                                `*` for whatever stands). **Every version stays**: under its own URL, in the list of \
                                versions, and at any instant by `knownAt`. **Errors** are problem documents (RFC 9457) \
                                that say what was expected; a parameter of the query that an operation does not have is one. \
                                **Reading your own write**, also on nodes that read from a copy of the database: send the \
                                `Audit-Event` that the write was answered with as a header of any `GET`, and the answer shows \
                                that event or later; or it is 503 (`not-yet-here`) after a moment.""",
                        contact = @Contact(name = "Claimtrail"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "This service"),
        tags = {
            @Tag(
                    name = "Claims",
                    description = "One checkable statement each, with its appearances and chains of attribution."),
            @Tag(
                    name = "Assessments",
                    description = "What organisations judge of claims: drafts, reviews, published versions."),
            @Tag(name = "Corrections", description = "The public corrections log."),
            @Tag(name = "Agents", description = "People, organisations and programs that say, report or assess."),
            @Tag(name = "Sources", description = "Documents, broadcasts, posts and data sets."),
            @Tag(name = "Relations", description = "Typed links between claims."),
            @Tag(name = "Rating scales", description = "The ratings that organisations use."),
            @Tag(name = "Audit", description = "Who did what, when, to which version."),
            @Tag(name = "Desks", description = "Parts of the newsroom that keep their drafts to themselves."),
            @Tag(name = "Imports", description = "Many records at once, for administrators."),
            @Tag(name = "Keys", description = "Credentials, for administrators.")
        })
@SecurityScheme(
        securitySchemeName = ApiDescription.KEY,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "API key or JWT",
        description = "An API key, `clt_key_….…`; the first one is printed at the first start. Or, where the service is"
                + " connected with an identity provider (OpenID Connect), an access token that it issued for this"
                + " service.")
public final class ApiDescription extends Application {

    static final String KEY = "apiKey";

    public ApiDescription() {}
}
