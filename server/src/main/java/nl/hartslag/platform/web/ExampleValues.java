package nl.hartslag.platform.web;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a believable value of a schema: from the schema's own example, else from the name of the field, else from its type. */
final class ExampleValues {
    private static final int DEEPEST = 10;
    private static final Map<String, String> WORDS = words();
    private final Map<String, Schema> schemas;

    ExampleValues(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    @Nullable Object of(Schema<?> schema) {
        return of("", schema, 0);
    }

    private @Nullable Object of(String field, Schema<?> schema, int depth) {
        if (schema.getExample() != null) return schema.getExample();
        if (schema.get$ref() != null) {
            Schema<?> target = schemas.get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            return target == null || depth > DEEPEST ? Map.of() : of(field, target, depth + 1);
        }
        List<?> choices = schema.getEnum();
        if (choices != null && !choices.isEmpty()) return choices.getFirst();
        for (List<Schema> several : new List[] {schema.getOneOf(), schema.getAnyOf(), schema.getAllOf()}) {
            if (several != null && !several.isEmpty()) return of(field, several.getFirst(), depth + 1);
        }
        if (schema.getItems() != null) {
            Object item = depth > DEEPEST ? null : of(field, schema.getItems(), depth + 1);
            return item == null ? List.of() : List.of(item);
        }
        if (schema.getProperties() != null) {
            Map<String, Object> object = new LinkedHashMap<>();
            boolean person = schema.getProperties().containsKey("email") || schema.getProperties().containsKey("customer");
            schema.getProperties().forEach((name, one) -> {
                Object value = of(person && name.equals("name") ? "person" : name, one, depth + 1);
                if (value != null) object.put(name, value);
            });
            return object;
        }
        return plain(field, schema);
    }

    private @Nullable Object plain(String field, Schema<?> schema) {
        return switch (typeOf(schema)) {
            case "integer", "number" -> schema.getMinimum() != null && schema.getMinimum().signum() > 0 ? schema.getMinimum() : 1;
            case "boolean" -> true;
            case "object" -> schema.getAdditionalProperties() instanceof Schema<?> value
                    ? Map.of("email", java.util.Objects.requireNonNullElse(of("", value, DEEPEST), Map.of()))
                    : Map.of();
            default -> text(field, schema);
        };
    }

    private static String text(String field, Schema<?> schema) {
        return switch (String.valueOf(schema.getFormat())) {
            case "uuid" -> "019a0c5e-7b1c-7a10-9d2b-3c6f5e8a1b42";
            case "date-time" -> "2026-03-02T09:30:00Z";
            case "date" -> "2026-03-02";
            case "binary" -> "(the bytes of the file)";
            default -> WORDS.getOrDefault(field, "text");
        };
    }

    /** OpenAPI 3.1 knows a set of types; `null` beside another one only says that it may be absent. */
    private static String typeOf(Schema<?> schema) {
        if (schema.getTypes() != null) {
            return schema.getTypes().stream().filter(type -> !type.equals("null")).findFirst().orElse("string");
        }
        return schema.getType() == null ? "object" : schema.getType();
    }

    private static Map<String, String> words() {
        String[] pairs = """
                name=Merel|subject=Where is my order?|channel=email|medium=mail|language=nl|locale=nl|zone=Europe/Amsterdam
                text=When will it arrive?|html=<p>When will it arrive?</p>|note=Calls back on Tuesday.|words=Quick and friendly.
                nameEn=Delivery|nameNl=Levering|accent=#9c2f58|brandAccent=#9c2f58|key=merel|email=noor@customer.example
                customerEmail=noor@customer.example|address=service@company.example|sender=noor@customer.example|country=NL
                customerName=Noor de Vries|userName=Sanne Bakker|actorName=Sanne Bakker|ownerName=Sanne Bakker|person=Noor de Vries
                authorName=Sanne Bakker|assignedName=Sanne Bakker|handledBy=Sanne Bakker|agent=Sanne Bakker|viewer=Ines Maes
                brand=019a0c5e-7b1c-7a10-9d2b-3c6f5e8a1b42|brandName=Merel|teamName=Team Merel|queueName=Deliveries|kind=message
                state=open|purpose=conversation|position=right|clientKey=5f2d8c1e|next=MjAyNi0wMy0wMg|greetingEn=Kind regards
                greetingNl=Met vriendelijke groet|defaultLanguage=nl|password=correct horse battery staple|oldPassword=the old one
                newPassword=correct horse battery staple|currency=EUR|number=2026-10482|carrier=PostNL|trackingCode=3STEST0123
                paymentStatus=paid|status=shipped|sku=KETTLE-17|host=imap.company.example|user=service@company.example|tls=tls
                code=contacts/taken|title=A colleague was first|detail=Noor has this contact in hand.|correlationId=b7c1e0a2
                version=0.1.0|database=18.6|mode=push|grain=day|adapter=email|fileName=orders.csv|column=order_number
                message=Fill this in|token=hs_4Yd0kq…|hint=hs_4Yd0|secret=Zt3…|why=The mailbox is full|error=Connection refused
                agreedWith=Works council|outcome=solved|label=Delivery|show=score|previewFrom=customer|preview=When will it arrive?
                direction=in|authorKind=customer|userAgent=Firefox on Linux|folder=INBOX|auth=password|value=present
                subjectType=user|subjectId=019a0c5e-7b1c-7a10-9d2b-3c6f5e8a1b42|contentId=logo@company.example
                """.strip().split("[|\\n]");
        Map<String, String> words = new LinkedHashMap<>();
        for (String pair : pairs) words.put(pair.substring(0, pair.indexOf('=')).strip(), pair.substring(pair.indexOf('=') + 1).strip());
        return words;
    }
}
