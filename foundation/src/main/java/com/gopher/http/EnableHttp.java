package com.gopher.http;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Strict JSON, a limit for bodies, a guard on both ports against foreign pages, a token for writing
 * management calls, and a problem detail (RFC 9457) for every failure.
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import({HttpConfiguration.class, ProblemsRegistrar.class})
public @interface EnableHttp {

  /** What the application calls itself in its answers: a noun behind {@code the}. */
  String program();
}
