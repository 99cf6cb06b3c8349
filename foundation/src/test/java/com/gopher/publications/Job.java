package com.gopher.publications;

import java.util.UUID;

/** Work for a listener, which does it in one of several ways. */
sealed interface Job {

  UUID id();

  /** In one transaction, the listener's own. */
  record TwoWrites(UUID id) implements Job {}

  /** In one transaction, the listener's own, which begins as if it only read. */
  record ReadsFirst(UUID id) implements Job {}

  /** In two transactions, of which the second is marked as the last. */
  record TwoTransactions(UUID id) implements Job {}

  /** In two transactions that are not marked. */
  record Unmarked(UUID id) implements Job {}

  /** In the listener's own transaction, whose commit is followed by a failure. */
  record FailsAfterCommit(UUID id) implements Job {}

  /** In a marked transaction, after which the listener fails. */
  record FailsAfterMark(UUID id) implements Job {}

  /** After the listener has returned. */
  record Later(UUID id) implements Job {}
}
