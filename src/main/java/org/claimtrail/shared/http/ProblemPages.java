package org.claimtrail.shared.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Documents each type of problem at the address its {@code type} member gives, to people and to programs. */
@PermitAll
@Path("/problems")
class ProblemPages {

    @GET
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response listPage() {
        String items = Arrays.stream(ProblemType.values())
                .map(type ->
                        "<li><a href=\"" + type.uri() + "\">" + type.title() + "</a> (" + type.status() + ")</li>\n")
                .collect(Collectors.joining());
        return html("Problems", "<ul>\n" + items + "</ul>");
    }

    @GET
    @Operation(hidden = true)
    @Produces(MediaType.APPLICATION_JSON)
    public Slice<Page> list() {
        return new Slice<>(Arrays.stream(ProblemType.values()).map(Page::of).toList(), null);
    }

    @GET
    @Path("/{slug}")
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response page(@PathParam("slug") String slug) {
        ProblemType type = type(slug);
        return html(
                type.title(), "<p>HTTP status " + type.status() + "</p>\n<p>" + escaped(type.explanation()) + "</p>");
    }

    @GET
    @Path("/{slug}")
    @Operation(hidden = true)
    @Produces(MediaType.APPLICATION_JSON)
    public Page describe(@PathParam("slug") String slug) {
        return Page.of(type(slug));
    }

    private static ProblemType type(String slug) {
        return ProblemType.ofSlug(slug)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such type of problem."));
    }

    private static Response html(String title, String content) {
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <h1>%s</h1>
                %s
                </body>
                </html>
                """.formatted(title, title, content);
        return Response.ok(page).build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One type of problem, for programs. */
    public record Page(String type, String title, int status, String explanation) {

        static Page of(ProblemType type) {
            return new Page(type.uri(), type.title(), type.status(), type.explanation());
        }
    }
}
