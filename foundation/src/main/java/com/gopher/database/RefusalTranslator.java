package com.gopher.database;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Says in one sentence which module was refused whose data, where Spring would speak of bad SQL
 * grammar. Everything else is translated as usual.
 */
class RefusalTranslator implements SQLExceptionTranslator {

  private static final int H2_NOT_ENOUGH_RIGHTS = 90096;
  private static final String POSTGRES_INSUFFICIENT_PRIVILEGE = "42501";
  private static final Pattern H2_OBJECT = Pattern.compile("for object \"([^\"]+)\"");
  private static final Pattern POSTGRES_OBJECT =
      Pattern.compile("permission denied for \\w+ ([\\w.]+)");

  private final CurrentModule modules;
  private final Schemas schemas;
  private final SQLExceptionTranslator others;

  RefusalTranslator(CurrentModule modules, Schemas schemas, SQLExceptionTranslator others) {
    this.modules = modules;
    this.schemas = schemas;
    this.others = others;
  }

  @Override
  public @Nullable DataAccessException translate(
      String task, @Nullable String sql, SQLException e) {
    return isRefusal(e)
        ? new AccessRefusedException(sentence(e), e)
        : others.translate(task, sql, e);
  }

  private static boolean isRefusal(SQLException e) {
    return e.getErrorCode() == H2_NOT_ENOUGH_RIGHTS
        || POSTGRES_INSUFFICIENT_PRIVILEGE.equals(e.getSQLState());
  }

  private String sentence(SQLException e) {
    SchemaOwner module = modules.current();
    String object = refusedObject(e).orElse("an object");
    Optional<SchemaOwner> owner = schemas.ownerOf(object.split("\\.")[0]);
    if (modules.isOutsideOfModules()) {
      return "SQL on %s ran outside a module's transaction and was refused: call it from a @Transactional method of %s."
          .formatted(object, owner.map(it -> "module '" + it.name() + "'").orElse("its module"));
    }
    if (owner.isPresent() && owner.get().equals(schemas.common())) {
      return "Module '%s' (login %s) was refused access to %s: the registry is written by publishing events and read by nobody else."
          .formatted(module.name(), module.app(), object);
    }
    if (owner.isEmpty() || owner.get().equals(module)) {
      return "Module '%s' (login %s) was refused access to %s: grant it by a migration of the owner."
          .formatted(module.name(), module.app(), object);
    }
    return ("Module '%s' (login %s) was refused access to %s, which module '%s' owns: ask '%s' through"
            + " its API before opening a transaction, or listen to its events.")
        .formatted(module.name(), module.app(), object, owner.get().name(), owner.get().name());
  }

  private static Optional<String> refusedObject(SQLException e) {
    String message = String.valueOf(e.getMessage());
    for (Pattern pattern : new Pattern[] {H2_OBJECT, POSTGRES_OBJECT}) {
      Matcher matcher = pattern.matcher(message);
      if (matcher.find()) {
        return Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
