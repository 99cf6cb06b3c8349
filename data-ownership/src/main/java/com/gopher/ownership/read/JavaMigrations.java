package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.OwnersFinder.JavaMigrationText;
import com.gopher.ownership.sql.SqlText;
import com.gopher.ownership.text.Settings;
import com.gopher.ownership.text.Text;
import com.gopher.ownership.text.TextFinder;
import java.util.ArrayList;
import java.util.List;

/** Migrations and callbacks written in Java: what they create is evidence of ownership, too. */
public final class JavaMigrations {

  private JavaMigrations() {}

  static boolean isMigration(CodeClass type, Codebase code) {
    boolean placed = type.name().startsWith("db/migration/");
    return placed
        || code.superTypes(type).stream()
            .anyMatch(superType -> superType.startsWith("org/flywaydb/core/api/"));
  }

  public static List<JavaMigrationText> texts(Codebase code, Modules modules) {
    List<JavaMigrationText> found = new ArrayList<>();
    TextFinder finder = new TextFinder(code, new Settings(List.of()), type -> "");
    for (CodeClass type : code.classes()) {
      if (isMigration(type, code)) {
        finder.find(
            type,
            method -> true,
            use ->
                use.texts().stream()
                    .map(Text::string)
                    .filter(SqlText::startsLikeStatement)
                    .forEach(
                        text ->
                            found.add(
                                new JavaMigrationText(modules.of(type), type.sourceFile(), text))));
      }
    }
    return found;
  }
}
