package nl.hartslag.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Iterator;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedAnyone;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The generated contract: ids are strings, every operation says who may call it and how it refuses. */
@Configuration
class OpenApi {
    @Bean
    OpenAPI contract() {
        OpenAPI api = new OpenAPI()
                .info(new Info()
                        .title("Hartslag")
                        .version("1")
                        .description("Everything the screens do, they do through this interface; your own programs can too,"
                                + " with an API token in `Authorization: Bearer …`. A command that may have got lost on the way can be sent again"
                                + " without harm under the same `Idempotency-Key`."));
        api.schema("Problem", problem());
        api.components(api.getComponents()
                .addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes("session", new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("hartslag_session")));
        return api;
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A refusal (RFC 9457), in the reader's language. `code` is stable; `errors` names fields.")
                .addProperty("type", new StringSchema().example("urn:hartslag:contacts/taken"))
                .addProperty("status", new io.swagger.v3.oas.models.media.IntegerSchema().example(409))
                .addProperty("code", new StringSchema().example("contacts/taken"))
                .addProperty("title", new StringSchema().example("A colleague was first"))
                .addProperty("detail", new StringSchema().example("Noor has this contact in hand."))
                .addProperty("correlationId", new StringSchema())
                .addProperty("arguments", new ObjectSchema().additionalProperties(true))
                .addProperty("errors", new ObjectSchema().additionalProperties(new StringSchema()))
                .addRequiredItem("code")
                .addRequiredItem("title")
                .addRequiredItem("detail")
                .addRequiredItem("status");
    }

    @Bean
    OperationCustomizer whoMayCall() {
        return (operation, method) -> {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            boolean signedIn = allowed != null || method.hasMethodAnnotation(AllowedSignedIn.class);
            if (signedIn) {
                operation.addSecurityItem(new SecurityRequirement().addList("token"));
                operation.addSecurityItem(new SecurityRequirement().addList("session"));
                refusal(operation, "401", "Nobody is signed in");
            }
            if (allowed != null) {
                refusal(operation, "403", "Needs the right " + String.join(
                        " or ", Arrays.stream(allowed.value()).map(each -> each.key()).toList()));
            }
            if (method.hasMethodAnnotation(AllowedAnyone.class)) refusal(operation, "429", "Too many requests");
            refusal(operation, "422", "Something in the request is not right; `errors` names the fields");
            refusal(operation, "503", "The database cannot be reached; nothing was done");
            return operation;
        };
    }

    /** Where one stands, {@link OpenApiExamples} says how it refuses. */
    @Bean
    OperationCustomizer keyOfCommand() {
        return (operation, method) -> {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
            boolean files = mapping != null && Arrays.stream(mapping.consumes()).anyMatch(type -> type.startsWith("multipart/"));
            boolean reads = mapping == null || Arrays.stream(mapping.method()).allMatch(RequestMethod.GET::equals);
            if (reads || files || method.hasMethodAnnotation(AllowedAnyone.class)) return operation;
            return operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .required(false)
                    .schema(new StringSchema().maxLength(200))
                    .example("8e03978e-40d5-43e8-bc93-6894a57f9324")
                    .description("Made by the caller, another one for each command. Sent again with the same key, the command is not done again:"
                            + " for 24 hours the first answer comes back, with `Idempotency-Replayed: true`."));
        };
    }

    private static void refusal(io.swagger.v3.oas.models.Operation operation, String status, String description) {
        if (operation.getResponses().containsKey(status)) return;
        operation.getResponses().addApiResponse(status, new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    /** Typed ids are plain UUID strings in JSON. */
    @Bean
    ModelConverter typedIds() {
        return new ModelConverter() {
            @Override
            public @Nullable Schema<?> resolve(
                    AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
                var java = io.swagger.v3.core.util.Json.mapper().constructType(type.getType());
                if (java != null && Id.class.isAssignableFrom(java.getRawClass())) {
                    return new StringSchema().format("uuid");
                }
                return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            }
        };
    }
}
