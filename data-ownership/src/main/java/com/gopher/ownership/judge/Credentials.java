package com.gopher.ownership.judge;

import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises, by its name, a bean or a property that is another module's way into the database. */
final class Credentials {

  private static final Set<String> ACCESS =
      Set.of(
          "datasource",
          "transactionmanager",
          "txmanager",
          "tx",
          "entitymanager",
          "entitymanagerfactory",
          "emf",
          "jdbctemplate",
          "jdbcclient",
          "jdbc",
          "db",
          "database",
          "persistence",
          "persistenceunit",
          "flyway",
          "r2dbc",
          "connectionfactory",
          "pu",
          "sessionfactory",
          "dslcontext",
          "jdbcoperations",
          "namedparameterjdbctemplate",
          "transactiontemplate",
          "ds");

  private final Modules modules;
  private final Owners owners;

  Credentials(Modules modules, Owners owners) {
    this.modules = modules;
    this.owners = owners;
  }

  /**
   * The other module whose access a name means, or empty.
   *
   * @param isAccess whether the place already tells that this names an access, as that of a
   *     transaction manager does
   */
  String ownerOf(String name, String module, boolean isAccess) {
    List<String> words = words(name);
    Set<String> joined = new HashSet<>(words);
    for (int i = 0; i + 1 < words.size(); i++) {
      joined.add(words.get(i) + words.get(i + 1));
      if (i + 2 < words.size()) {
        joined.add(words.get(i) + words.get(i + 1) + words.get(i + 2));
      }
    }
    boolean access = isAccess || joined.stream().anyMatch(ACCESS::contains);
    if (!access || mentions(joined, module)) {
      return "";
    }
    return modules.all().stream()
        .map(Module::name)
        .filter(other -> !other.equals(module) && mentions(joined, other))
        .findFirst()
        .orElse("");
  }

  private boolean mentions(Set<String> words, String module) {
    String name = module.toLowerCase(Locale.ROOT);
    return words.contains(name)
        || words.contains(name + "s")
        || owners.schemasOf(module).stream().anyMatch(words::contains);
  }

  private static List<String> words(String name) {
    return Arrays.stream(
            name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
