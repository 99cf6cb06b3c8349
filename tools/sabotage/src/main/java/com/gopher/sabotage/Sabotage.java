package com.gopher.sabotage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.AliasFor;

/**
 * An auto-configuration that harms the process it is in, if that process was started with this name
 * in the comma-separated property {@code sabotage}. List it in this module's {@code
 * AutoConfiguration.imports}.
 *
 * <p>The shipped jars have no switch that makes them unsafe: this module is put on the class path
 * of a process that shall be harmed, and of no other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfiguration
@Conditional(OnSabotage.class)
public @interface Sabotage {

  /** What the property must name, in lower case with dashes. */
  String name();

  /** Auto-configurations whose beans this one replaces or wraps. */
  @AliasFor(annotation = AutoConfiguration.class, attribute = "beforeName")
  String[] before() default {};
}
