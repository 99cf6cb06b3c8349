package com.gopher.sabotage;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True if the property {@code sabotage} names it. */
class OnSabotage implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Map<String, Object> sabotage = metadata.getAnnotationAttributes(Sabotage.class.getName());
    List<?> wanted =
        List.of(context.getEnvironment().getProperty("sabotage", String[].class, new String[0]));
    return sabotage != null && wanted.contains(sabotage.get("name"));
  }
}
