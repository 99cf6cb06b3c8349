package com.gopher.ownership.finding;

import com.gopher.ownership.api.PublicApi;
import java.util.Arrays;

/** The kinds of access, one id each. */
@PublicApi
public enum Rule {
  TYPES("types", "uses an entity, repository, mapper or row type of another module"),
  SQL("sql", "names another module's table in SQL, JPQL or HQL"),
  MAPPING("mapping", "maps a class or an association to another module's table"),
  MIGRATION("migration", "touches another module's table in a migration"),
  CONFIG("config", "takes another module's data source, transaction manager or credentials"),
  API_LEAK("api-leak", "offers its own persistence types to other modules"),
  BANNED_API("banned-api", "goes around the module's own data access");

  private final String id;
  private final String description;

  Rule(String id, String description) {
    this.id = id;
    this.description = description;
  }

  public String id() {
    return id;
  }

  public String description() {
    return description;
  }

  /** The rule of an id; an unknown id is an error that names all. */
  public static Rule of(String id) {
    return Arrays.stream(values())
        .filter(rule -> rule.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no rule '"
                        + id
                        + "'; the rules are "
                        + Arrays.stream(values()).map(Rule::id).toList()));
  }
}
