package parley.app.server.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.CurrentPerson;
import parley.app.shared.KeyRoutes;
import parley.app.shared.OpenRoutes;
import parley.app.shared.SignedInUser;
import parley.app.shared.UserCredentials;

/**
 * What {@code /api/v1/openapi.json} says beyond the controllers: how to prove who one is, and how a
 * no looks.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String PROBLEM = "#/components/schemas/Problem";

  static {
    // Who is asking is no parameter of a request.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentPerson.class, SignedInUser.class);
  }

  @Bean
  OpenRoutes descriptionIsOpen() {
    return OpenRoutes.of("GET /api/v1/openapi.json");
  }

  @Bean
  KeyRoutes descriptionIsForEveryKey() {
    return KeyRoutes.ofEvery("GET /api/v1/openapi.json", "GET /api/v1/config");
  }

  @Bean
  OpenAPI openApi() {
    Components components =
        new Components()
            .addSecuritySchemes("session", cookie(UserCredentials.SESSION_COOKIE))
            .addSecuritySchemes(
                "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
    return new OpenAPI()
        // Where it was read, by whatever address that was.
        .addServersItem(new Server().url("/"))
        .components(components)
        .info(
            new Info()
                .title("Parley")
                // Of the API. Which Parley it is would say which holes to try.
                .version("1")
                .description("Video meetings on a server that belongs to you.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
  }

  @Bean
  GlobalOpenApiCustomizer everyNoIsAProblem() {
    return api -> {
      api.getComponents().addSchemas("Problem", problem());
      api.getPaths()
          .values()
          .forEach(path -> path.readOperations().forEach(ApiDescription::addProblem));
    };
  }

  private static void addProblem(Operation operation) {
    Content content =
        new Content()
            .addMediaType(
                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM)));
    operation
        .getResponses()
        .addApiResponse(
            "default", new ApiResponse().description("A refusal (RFC 9457)").content(content));
  }

  private static Schema<?> problem() {
    Schema<?> field =
        type("object").addProperty("field", type("string")).addProperty("detail", type("string"));
    return type("object")
        .addProperty("type", type("string"))
        .addProperty("title", type("string"))
        .addProperty("status", type("integer"))
        .addProperty("detail", type("string").description("a sentence for people"))
        .addProperty("code", type("string").description("stable; decide by this"))
        .addProperty("errors", type("array").items(field));
  }

  private static Schema<?> type(String name) {
    return new Schema<>(SpecVersion.V31).types(Set.of(name));
  }

  private static SecurityScheme cookie(String name) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.COOKIE)
        .name(name);
  }
}
