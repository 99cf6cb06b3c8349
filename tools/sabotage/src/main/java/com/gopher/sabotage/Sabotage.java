package com.gopher.sabotage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * An auto-configuration that harms the process it is in, if that process was started with one of
 * its names in the comma-separated property {@code sabotage}. List it in this module's {@code
 * AutoConfiguration.imports}.
 *
 * <p>The shipped jars have no switch that makes them unsafe: this module is put on the class path
 * of a process that shall be harmed, and of no other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfiguration
@Conditional(Sabotage.IsNamed.class)
public @interface Sabotage {

  /** What the property must name, in lower case with dashes; one of them is enough. */
  String[] name();

  /** True if the property {@code sabotage} names it. */
  class IsNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      List<String> wanted =
          List.of(context.getEnvironment().getProperty("sabotage", String[].class, new String[0]));
      String[] names = metadata.getAnnotations().get(Sabotage.class).getStringArray("name");
      return Arrays.stream(names).anyMatch(wanted::contains);
    }
  }
}
