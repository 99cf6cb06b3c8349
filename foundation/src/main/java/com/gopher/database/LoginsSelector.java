package com.gopher.database;

import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** One login for all, unless the application says that there is one for each module. */
final class LoginsSelector implements ImportSelector {

  @Override
  public String[] selectImports(AnnotationMetadata application) {
    Class<?> logins =
        application.isAnnotated(EnableModuleLogins.class.getName())
            ? ModuleLoginsConfiguration.class
            : OneLoginConfiguration.class;
    return new String[] {DatabaseConfiguration.class.getName(), logins.getName()};
  }
}
