package nl.hartslag.platform.security;

import java.util.List;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.problem.ProblemRenderer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sessions for people, tokens for machines, strict headers; who may call what stands at each controller method. */
@Configuration
class SecurityConfiguration implements WebMvcConfigurer {
    /** Scripts from ourselves only. Styles may be inline, because the component library sets them on elements. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
            + "frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Access.class);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, AccessFilter accessFilter, ProblemRenderer problems) throws Exception {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(c -> c.requireExplicitSave(true))
                .addFilterAfter(accessFilter, SecurityContextHolderFilter.class)
                // people are recognised at every request, which is no new log-in: the token must not change each time
                .csrf(csrf -> csrf.spa().sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()).ignoringRequestMatchers(
                        request -> AccessFilter.bearer(request).isPresent()
                                || request.getRequestURI().startsWith("/api/widget/")
                                || request.getRequestURI().startsWith("/s/")))
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, Problem.of("access/csrf", 403)))
                        .authenticationEntryPoint((request, response, failure) ->
                                problems.write(request, response, Problem.of("access/sign-in", 401))))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(f -> f.deny())
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        .cacheControl(c -> c.disable()))
                .formLogin(f -> f.disable())
                .httpBasic(b -> b.disable())
                .logout(l -> l.disable())
                .requestCache(c -> c.disable())
                .anonymous(a -> a.disable())
                .build();
    }

    @Bean
    AccessFilter accessFilter(ObjectProvider<Authenticator> authenticator,
                              @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> faults) {
        return new AccessFilter(new LazyAuthenticator(authenticator), faults);
    }

    /** The filter belongs in the security chain only, not a second time beside it. */
    @Bean
    FilterRegistrationBean<AccessFilter> accessFilterOnlyInChain(AccessFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Argon2id with the parameters OWASP recommends (19 MiB, 2 passes). */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    }

    /** Without this bean the framework would make a user with a printed password. */
    @Bean
    UserDetailsService noFrameworkUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AccessArgument());
    }

    private record LazyAuthenticator(ObjectProvider<Authenticator> found) implements Authenticator {
        @Override
        public java.util.Optional<Session> bySession(String token) {
            return found.getObject().bySession(token);
        }

        @Override
        public java.util.Optional<Access> byApiToken(String token) {
            return found.getObject().byApiToken(token);
        }
    }
}
