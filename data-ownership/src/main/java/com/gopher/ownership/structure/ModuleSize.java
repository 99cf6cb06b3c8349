package com.gopher.ownership.structure;

import com.gopher.ownership.api.PublicApi;
import java.util.Set;

/**
 * How large a module is.
 *
 * @param packageName its package, with all below it
 * @param types top-level types
 * @param publicTypes those of them that are public
 * @param tables the tables that it owns
 * @param sqlTexts distinct texts in SQL, JPQL or HQL that it writes
 */
@PublicApi
public record ModuleSize(
    String name, String packageName, int types, int publicTypes, Set<String> tables, int sqlTexts) {

  public ModuleSize {
    tables = Set.copyOf(tables);
  }
}
