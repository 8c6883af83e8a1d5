package nl.hartslag.platform.security;

import nl.hartslag.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller method take {@link Access} as an argument, reaching no further than the brands for which the route is allowed. */
class AccessArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Access.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Access access = AccessInterceptor.current().orElseThrow(() -> Problem.of("access/sign-in", 401));
        Allowed allowed = parameter.getMethodAnnotation(Allowed.class);
        return allowed == null ? access : access.within(allowed.value());
    }
}
