package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;

/**
 * A mapped class.
 *
 * @param name the name that JPQL knows it by
 * @param explicit whether the table's name is written and not implied
 */
public record Entity(
    CodeClass type, String name, TableName table, String module, boolean explicit) {

  Entity of(String owner) {
    return new Entity(type, name, table, owner, explicit);
  }
}
