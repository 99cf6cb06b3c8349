package com.gopher.publications;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.annotation.Transactional;

/**
 * The publications that listeners have finished in their own transactions, until they are removed.
 */
class FinishedPublications {

  /**
   * So many finished ones are removed at once. H2 writes each page that a commit has touched: where
   * publications lie about, storing one costs more. (Tried: 8 and 32 cost the same, those of a
   * second a fifth more bytes for an order.)
   */
  static final int MANY = 32;

  /** Bounds what one transaction removes. */
  private static final int BATCH = 1000;

  private final JdbcOperations jdbc;
  private final AtomicInteger added = new AtomicInteger();
  private final String add;
  private final String find;
  private final String remove;
  private final String forget;

  /**
   * @param schema the one of the registry
   */
  FinishedPublications(JdbcOperations jdbc, String schema) {
    this.jdbc = jdbc;
    this.add = "INSERT INTO %s.finished_publication (id) VALUES (?)".formatted(schema);
    this.find =
        "SELECT id FROM %s.finished_publication ORDER BY id LIMIT ".formatted(schema) + BATCH;
    this.remove = "DELETE FROM %s.event_publication WHERE id = ?".formatted(schema);
    this.forget = "DELETE FROM %s.finished_publication WHERE id = ?".formatted(schema);
  }

  /**
   * Finishes a publication in the current transaction, by the login that has it.
   *
   * @throws OptimisticLockingFailureException if another attempt has finished it, so that what this
   *     one did must not last
   */
  public void add(UUID publication) {
    try {
      jdbc.update(add, publication);
    } catch (DataIntegrityViolationException e) {
      throw new OptimisticLockingFailureException(
          "Another attempt has finished the publication " + publication);
    }
  }

  /**
   * To be told of each that a transaction has finished, by the registry's login: that of every so
   * many removes them.
   */
  public void count() {
    if (added.incrementAndGet() % MANY == 0) {
      removeSome();
    }
  }

  /** Removes some of them, by the registry's login; says whether there are more. */
  @Transactional
  public boolean removeSome() {
    List<UUID> finished = jdbc.queryForList(find, UUID.class);
    if (finished.isEmpty()) {
      return false;
    }
    // By the key, one by one: the plan of a join depends on what the database believes of a table
    // that is empty most of the time.
    int[] removed = jdbc.batchUpdate(remove, rows(finished.stream()));
    // H2 lets one in whose publication another transaction removes at that moment: without its
    // publication it would count as one that was finished too many for ever.
    List<Object[]> unknown =
        rows(
            IntStream.range(0, removed.length)
                .filter(it -> removed[it] == 0)
                .mapToObj(finished::get));
    if (!unknown.isEmpty()) {
      jdbc.batchUpdate(forget, unknown);
    }
    return finished.size() == BATCH;
  }

  private static List<Object[]> rows(Stream<UUID> ids) {
    return ids.map(id -> new Object[] {id}).toList();
  }
}
