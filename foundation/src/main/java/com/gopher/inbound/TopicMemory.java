package com.gopher.inbound;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;

/** Which topics the database has been about so far. */
final class TopicMemory {

  private final InboundTables tables;
  private final TransactionOperations transaction;

  /**
   * @param transaction may write to the tables
   */
  TopicMemory(InboundTables tables, TransactionOperations transaction) {
    this.tables = tables;
    this.transaction = transaction;
  }

  /** By name; empty for a new database. */
  Map<String, KnownTopic> topics() {
    Map<String, KnownTopic> known = transaction.execute(status -> tables.topics());
    return known == null ? Map.of() : known;
  }

  void remember(Map<String, KnownTopic> present) {
    transaction.executeWithoutResult(status -> present.forEach(tables::remember));
  }
}
