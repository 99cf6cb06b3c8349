package com.gopher.advise.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One change of the history.
 *
 * @param authors who made it, and who is named as having made it together
 * @param files the files that it touches, by the names that they have today
 */
record Commit(Set<Author> authors, Instant when, List<String> files) {

  /**
   * Somebody who commits.
   *
   * @param identity what all names of a person have in common
   */
  record Author(String identity, String name, boolean bot) {}
}
