package nl.hartslag.platform.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a record always has, the contract calls required; only what is {@code @Nullable} or optional may be absent. */
@Component
class RequiredUnlessNullable implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = TypeFactory.rawClass(type.getType());
        if (schema == null || !raw.isRecord()) return schema;
        String reference = schema.get$ref();
        Schema<?> model = reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        if (model != null && model.getProperties() != null) {
            List<String> always = Arrays.stream(raw.getRecordComponents())
                    .filter(RequiredUnlessNullable::alwaysThere)
                    .map(RecordComponent::getName)
                    .filter(model.getProperties()::containsKey)
                    .toList();
            if (!always.isEmpty()) model.setRequired(always);
        }
        return schema;
    }

    static boolean alwaysThere(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class) && component.getType() != Optional.class;
    }
}
