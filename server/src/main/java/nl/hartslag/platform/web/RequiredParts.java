package nl.hartslag.platform.web;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Optional;
import nl.hartslag.platform.problem.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses a body that leaves out what the contract calls required, before anyone works with it: {@code request/invalid} with
 * {@code required} at each such field.
 */
@ControllerAdvice
class RequiredParts extends RequestBodyAdviceAdapter {
    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        FieldErrors errors = new FieldErrors();
        look(errors, "", body);
        errors.verify();
        return body;
    }

    private static void look(FieldErrors errors, String path, @Nullable Object value) {
        if (value instanceof Optional<?> optional) look(errors, path, optional.orElse(null));
        if (value instanceof Collection<?> list) {
            int position = 0;
            for (Object one : list) look(errors, path + "[" + position++ + "]", one);
        }
        if (value == null || !value.getClass().isRecord()) return;
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object part = read(component, value);
            errors.check(part != null || !RequiredUnlessNullable.alwaysThere(component), name, "required");
            look(errors, name, part);
        }
    }

    private static @Nullable Object read(RecordComponent component, Object of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
