package com.gopher.database;

import com.gopher.Api;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a module's {@code package-info} which database schema that module owns. The same
 * declaration creates the schema and its logins at start and tells the architecture tests who owns
 * a table.
 */
@Api
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnsSchema {

  /** The schema's name, lower case. */
  String value();
}
