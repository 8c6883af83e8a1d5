package nl.hartslag.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Anyone who is signed in. A route carries exactly one of the {@code Allowed…} annotations; without one it is denied. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedSignedIn {
    /** Also for someone who must choose a new password first. */
    boolean beforePasswordChange() default false;
}
