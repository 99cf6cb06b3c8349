package com.gopher.ownership.judge;

import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import java.util.ArrayList;
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
  private final DeclaredAccess declared;

  Credentials(Modules modules, Owners owners, DeclaredAccess declared) {
    this.modules = modules;
    this.owners = owners;
    this.declared = declared;
  }

  /**
   * The other module whose access a name means, or empty. A module that declares the name is meant,
   * unless it has no data and declares what others use; a name that nobody declares means a module
   * only if that has a schema, and so perhaps a login, of its own.
   *
   * @param isAccess whether the place already tells that this names an access, as that of a
   *     transaction manager does
   */
  String ownerOf(String name, String module, boolean isAccess) {
    Set<String> declaring = declared.modulesOf(name);
    if (declaring.contains(module)) {
      return "";
    }
    String only = declaring.size() == 1 ? declaring.iterator().next() : "";
    List<String> words = new ArrayList<>(words(name));
    if (modules.isModule(only) && (owners.ownsData(only) || mentions(joined(words), only))) {
      return only;
    }
    boolean access = takeAccess(words) || isAccess;
    Set<String> joined = joined(words);
    if (!access || mentions(joined, module)) {
      return "";
    }
    return modules.all().stream()
        .map(Module::name)
        .filter(other -> !other.equals(module) && mentions(joined, other))
        .filter(other -> declaring.contains(other) || owners.ownsSchema(other))
        .findFirst()
        .orElse("");
  }

  /** Takes the words out that say what it is: what they mean is no module's name. */
  private static boolean takeAccess(List<String> words) {
    boolean found = false;
    for (int length = 3; length > 0; length--) {
      for (int i = 0; i + length <= words.size(); i++) {
        if (ACCESS.contains(String.join("", words.subList(i, i + length)))) {
          words.subList(i, i + length).clear();
          words.add(i, "");
          found = true;
        }
      }
    }
    return found;
  }

  private static Set<String> joined(List<String> words) {
    Set<String> joined = new HashSet<>(words);
    for (int i = 0; i + 1 < words.size(); i++) {
      joined.add(words.get(i) + words.get(i + 1));
      if (i + 2 < words.size()) {
        joined.add(words.get(i) + words.get(i + 1) + words.get(i + 2));
      }
    }
    return joined;
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
