package com.gopher.ownership.owner;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The types of libraries that are a way to stored data, and so no part of a module's API. */
public final class PersistenceTypes {

  private static final Set<String> TYPES =
      Set.of(
          "java/sql/ResultSet",
          "java/sql/Connection",
          "java/sql/Statement",
          "java/sql/PreparedStatement",
          "javax/sql/DataSource",
          "javax/sql/RowSet",
          "org/springframework/jdbc/support/rowset/SqlRowSet",
          "jakarta/persistence/EntityManager",
          "jakarta/persistence/EntityManagerFactory",
          "jakarta/persistence/Query",
          "jakarta/persistence/TypedQuery",
          "org/hibernate/Session",
          "org/hibernate/SessionFactory",
          "org/springframework/data/jpa/domain/Specification",
          "org/springframework/data/jpa/domain/PredicateSpecification",
          "jakarta/persistence/criteria/Predicate",
          "org/springframework/jdbc/core/JdbcTemplate",
          "org/springframework/jdbc/core/JdbcOperations",
          "org/springframework/jdbc/core/simple/JdbcClient",
          "org/springframework/jdbc/core/RowMapper",
          "org/springframework/jdbc/core/ResultSetExtractor",
          "org/springframework/jdbc/core/RowCallbackHandler",
          "org/springframework/jdbc/core/namedparam/NamedParameterJdbcTemplate",
          "org/springframework/jdbc/core/namedparam/NamedParameterJdbcOperations",
          "org/springframework/r2dbc/core/DatabaseClient",
          "org/jooq/DSLContext",
          "com/querydsl/core/types/Predicate",
          "org/springframework/transaction/PlatformTransactionManager",
          "org/springframework/data/jdbc/core/JdbcAggregateTemplate");

  private PersistenceTypes() {}

  public static boolean isOne(String internalName) {
    return TYPES.contains(internalName);
  }

  /** Whether an annotation maps classes to tables. */
  public static boolean isMapping(String annotation) {
    return annotation.startsWith("jakarta/persistence/")
        || annotation.startsWith("javax/persistence/")
        || annotation.startsWith("org/hibernate/annotations/");
  }

  /**
   * Whether a caller can bring the type along: its own client, source, connection or row. By the
   * others a module's tables are asked, or its rows are handed out.
   */
  public static boolean isTool(String internalName) {
    return isOne(internalName)
        && !internalName.startsWith("org/springframework/data/jpa/domain/")
        && !internalName.endsWith("/Predicate")
        && !internalName.endsWith("Query")
        && !internalName.matches(".*/(RowMapper|ResultSetExtractor|RowCallbackHandler)");
  }

  /** All types that a descriptor or a generic signature names. */
  public static List<String> in(String signature) {
    Set<String> found = new LinkedHashSet<>();
    SignatureVisitor visitor =
        new SignatureVisitor(Opcodes.ASM9) {
          @Override
          public void visitClassType(@Nullable String name) {
            if (name != null) {
              found.add(name);
            }
          }
        };
    SignatureReader reader = new SignatureReader(signature);
    if (signature.indexOf('(') >= 0) {
      reader.accept(visitor);
    } else {
      reader.acceptType(visitor);
    }
    return List.copyOf(found);
  }
}
