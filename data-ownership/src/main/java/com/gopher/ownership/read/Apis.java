package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import java.util.List;
import java.util.Locale;

/** What the packages of libraries tell about a text that is handed to them. */
final class Apis {

  private static final List<String> DATABASE =
      List.of(
          "java/sql/",
          "javax/sql/",
          "jakarta/persistence/",
          "javax/persistence/",
          "org/hibernate/",
          "org/springframework/jdbc/",
          "org/springframework/r2dbc/",
          "org/springframework/data/jpa/",
          "org/springframework/data/jdbc/",
          "org/springframework/data/relational/",
          "org/springframework/data/r2dbc/",
          "org/springframework/batch/item/database/",
          "org/springframework/batch/infrastructure/item/database/",
          "org/springframework/test/jdbc/",
          "org/springframework/orm/",
          "io/r2dbc/",
          "org/jooq/",
          "org/flywaydb/",
          "org/apache/ibatis/",
          "liquibase/",
          "org/jdbi/",
          "com/querydsl/sql/",
          "org/postgresql/",
          "org/h2/",
          "groovy/sql/",
          "io/vertx/sqlclient/",
          "org/mybatis/",
          "com/zaxxer/hikari/");
  private static final List<String> SILENT =
      List.of(
          "java/lang/",
          "java/io/",
          "java/util/",
          "java/net/",
          "java/nio/",
          "java/time/",
          "java/awt/",
          "javax/swing/",
          "org/slf4j/",
          "org/apache/commons/logging/",
          "org/apache/logging/",
          "ch/qos/logback/",
          "java/util/logging/",
          "org/springframework/util/",
          "org/springframework/web/",
          "org/springframework/http/",
          "org/springframework/ui/",
          "org/springframework/kafka/",
          "org/apache/kafka/",
          "org/junit/",
          "org/assertj/",
          "io/micrometer/",
          "io/swagger/",
          "io/opentelemetry/",
          "picocli/",
          "com/fasterxml/jackson/",
          "tools/jackson/",
          "org/springframework/mail/",
          "org/springframework/core/log/");

  private Apis() {}

  static boolean isDatabase(String owner, Codebase code) {
    return startsWithAny(owner, DATABASE) || inherited(owner, code, DATABASE);
  }

  /** Where texts are for people or machines, and never for a database. */
  static boolean isSilent(String owner, Codebase code) {
    return startsWithAny(owner, SILENT)
        || owner.endsWith("Exception")
        || owner.endsWith("Error")
        || owner.toLowerCase(Locale.ROOT).endsWith("logger")
        || code.find(owner) != null
            && code.superTypes(code.find(owner)).stream().anyMatch(Apis::isThrowable);
  }

  static boolean takesSql(String callee, int argument) {
    return argument == 0
        && (callee.startsWith("query")
            || callee.startsWith("update")
            || callee.startsWith("execute")
            || callee.startsWith("prepare")
            || callee.equals("sql")
            || callee.equals("batchUpdate")
            || callee.equals("createQuery")
            || callee.equals("createNativeQuery")
            || callee.equals("setSql")
            || callee.equals("nativeSQL")
            || callee.equals("addBatch"));
  }

  private static boolean inherited(String owner, Codebase code, List<String> prefixes) {
    CodeClass type = code.find(owner);
    return type != null
        && code.superTypes(type).stream().anyMatch(superType -> startsWithAny(superType, prefixes));
  }

  private static boolean isThrowable(String name) {
    return name.equals("java/lang/Throwable")
        || name.endsWith("Exception")
        || name.endsWith("Error");
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
