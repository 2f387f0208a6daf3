package lectern.platform.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/// The parts of `/api/openapi.json` that all routes share.
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final String SCHEME = "token";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Lectern")
                        .version("1")
                        .description("""
                                Reads a region's programme of public talks: units, speakers, venues, requests, talks and figures.

                                Every call carries a bearer token. A token belongs to a unit and sees what is at that unit and
                                below it; anything else is answered as if it did not exist. Lists come in slices ordered by id:
                                pass `next` as `after` until it is null. Identifiers are UUIDs, moments are UTC (ISO 8601), days
                                are local days of the city. Errors are problem documents (RFC 9457). At most 600 calls a minute
                                and address; past that the answer is 429 with Retry-After.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token that an administrator made for a unit")));
    }

    /// Every route can be answered with one of these problems.
    @Bean
    OpenApiCustomizer problems() {
        return document -> {
            ModelConverters.getInstance()
                    .read(Problem.class)
                    .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(ApiDocument::addProblems);
        };
    }

    private static void addProblems(Operation operation) {
        var responses = operation.getResponses();
        responses.addApiResponse(
                "401",
                problem(HttpStatus.UNAUTHORIZED, "No token, or one that is not valid", "send a valid token", null)
                        .addHeaderObject("WWW-Authenticate", header("The scheme to use", new StringSchema())));
        if (takes(operation, "unit")) {
            responses.addApiResponse(
                    "404",
                    problem(HttpStatus.NOT_FOUND, "No such unit within the token's unit", "nothing there", null));
        }
        responses.addApiResponse(
                "422",
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "A parameter that cannot be right; `parameter` names it",
                        takes(operation, "limit")
                                ? "limit must be a whole number from 1 to 200"
                                : "from must not be after to",
                        takes(operation, "limit") ? "limit" : "from"));
        responses.addApiResponse(
                "429",
                problem(HttpStatus.TOO_MANY_REQUESTS, "Too many calls", "try again in 3 seconds", null)
                        .addHeaderObject("Retry-After", header("Seconds to wait", new IntegerSchema())));
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(each -> each.getName().equals(parameter));
    }

    private static ApiResponse problem(
            HttpStatus status, String description, String detail, @Nullable String parameter) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "about:blank");
        example.put("title", status.getReasonPhrase());
        example.put("status", status.value());
        example.put("detail", detail);
        if (parameter != null) {
            example.put("parameter", parameter);
        }
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                                        .example(example)));
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }
}
