package com.gophershop.order;

import com.gopher.outbox.OutboxSize;
import com.gophershop.Money;
import com.gophershop.customer.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored orders. Joins whatever transaction {@link OrderManagement} has opened. Each change is
 * announced in its transaction if there is an outbox, so it is noted as announced right here.
 */
@Repository
class Orders {

  private static final String SELECT =
      """
      SELECT id, customer_id, decider, trial, status, version, total_amount, total_currency,
             placed_at
      FROM orders.purchase_order
      """;

  static final String BETWEEN =
      """
      SELECT id, decider, status, version
      FROM orders.purchase_order
      WHERE id > :after
      AND id <= :to
      ORDER BY id
      LIMIT :rows
      """;

  /** Comes before every other id. */
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final boolean announcing;

  Orders(JdbcClient jdbc, JdbcTemplate batches, ObjectProvider<OutboxSize> outbox) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.announcing = outbox.getIfAvailable() != null;
  }

  private long announced(Order order) {
    return announcing ? order.version() : 0;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if the key was used before; a concurrent
   *     use of it is waited for
   */
  void add(Order order, @Nullable IdempotencyKey key) {
    jdbc.sql(
            """
            INSERT INTO orders.purchase_order
              (id, customer_id, decider, trial, status, version, total_amount, total_currency,
               placed_at, idempotency_key, request_digest, announced)
            VALUES (:id, :customerId, :decider, :trial, :status, :version, :amount, :currency,
                    :placedAt, :key, :digest, :announced)
            """)
        .param("id", order.id().value())
        .param("customerId", order.customerId().value())
        .param("decider", order.decider().code())
        .param("trial", order.trial())
        .param("status", order.status().name())
        .param("version", order.version())
        .param("amount", order.total().amount())
        .param("currency", order.total().currency())
        .param("placedAt", order.placedAt().atOffset(ZoneOffset.UTC))
        .param("key", key == null ? null : key.value())
        .param("digest", key == null ? null : key.digest())
        .param("announced", announced(order))
        .update();
    addLines(order);
  }

  private void addLines(Order order) {
    List<Object[]> rows =
        IntStream.range(0, order.lines().size())
            .mapToObj(position -> row(order.id(), position, order.lines().get(position)))
            .toList();
    batches.batchUpdate(
        """
        INSERT INTO orders.order_line
          (order_id, position, sku, title, quantity, unit_amount, unit_currency)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private static Object[] row(OrderId id, int position, OrderLine line) {
    return new Object[] {
      id.value(),
      position,
      line.sku(),
      line.title(),
      line.quantity(),
      line.unitPrice().amount(),
      line.unitPrice().currency()
    };
  }

  /**
   * Locks the order until the transaction ends, so that its events leave in the order of their
   * sequence.
   */
  Optional<Order> findForUpdate(OrderId id) {
    return withLines(
            jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Orders::withoutLines)
                .list())
        .stream()
        .findFirst();
  }

  /** Those that are neither delivered nor cancelled, in the order of their ids, not locked. */
  List<UUID> open(Optional<OrderId> after, int rows) {
    return jdbc.sql(
            """
            SELECT id
            FROM orders.purchase_order
            WHERE id > :after
            AND status NOT IN ('DELIVERED', 'CANCELLED')
            ORDER BY id
            LIMIT :rows
            """)
        .param("after", after.map(OrderId::value).orElse(FIRST))
        .param("rows", rows)
        .query(UUID.class)
        .list();
  }

  /**
   * Locks those of these orders that are neither delivered nor cancelled. Apart from the search for
   * them: H2 locks all that a search finds, beyond its LIMIT.
   */
  List<Order> lockOpen(Set<UUID> ids) {
    return withLines(
        jdbc.sql(
                SELECT
                    + """
                    WHERE id IN (:ids)
                    AND status NOT IN ('DELIVERED', 'CANCELLED')
                    ORDER BY id
                    FOR UPDATE
                    """)
            .param("ids", ids)
            .query(Orders::withoutLines)
            .list());
  }

  /** Orders of this decider that are neither delivered nor cancelled, without their lines. */
  List<Order> listOpen(Decider decider, Optional<OrderId> after, int rows) {
    return jdbc.sql(
            SELECT
                + """
                WHERE id > :after
                AND decider = :decider
                AND status NOT IN ('DELIVERED', 'CANCELLED')
                ORDER BY id
                LIMIT :rows
                """)
        .param("after", after.map(OrderId::value).orElse(FIRST))
        .param("decider", decider.code())
        .param("rows", rows)
        .query(Orders::withoutLines)
        .list();
  }

  Optional<Order> find(OrderId id) {
    return withLines(
            jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(Orders::withoutLines)
                .list())
        .stream()
        .findFirst();
  }

  /** What is compared of those behind the first id, up to the second. */
  List<ComparedOrder> between(UUID after, UUID to, int rows) {
    return jdbc.sql(BETWEEN)
        .param("after", after)
        .param("to", to)
        .param("rows", rows)
        .query(ComparedOrder::of)
        .list();
  }

  /** Locks those of these orders that there are. */
  List<Order> lock(Set<UUID> ids) {
    return withLines(
        jdbc.sql(SELECT + "WHERE id IN (:ids)\nORDER BY id\nFOR UPDATE")
            .param("ids", ids)
            .query(Orders::withoutLines)
            .list());
  }

  /** In the order of their ids. */
  List<Order> findAll(Collection<UUID> ids) {
    return withLines(
        jdbc.sql(SELECT + "WHERE id IN (:ids)\nORDER BY id")
            .param("ids", ids)
            .query(Orders::withoutLines)
            .list());
  }

  /** The next orders on trial behind this one, in the order of their ids, without their lines. */
  List<Order> listTried(Optional<OrderId> after, int rows) {
    return jdbc.sql(
            SELECT
                + """
                WHERE id > :after
                AND trial = TRUE
                ORDER BY id
                LIMIT :rows
                """)
        .param("after", after.map(OrderId::value).orElse(FIRST))
        .param("rows", rows)
        .query(Orders::withoutLines)
        .list();
  }

  List<OrderProgress> progressOf(Set<OrderId> ids) {
    return jdbc.sql(
            """
            SELECT id, status, version
            FROM orders.purchase_order
            WHERE id IN (:ids)
            """)
        .param("ids", ids.stream().map(OrderId::value).toList())
        .query(
            (row, number) ->
                new OrderProgress(
                    new OrderId(row.getObject("id", UUID.class)),
                    OrderStatus.valueOf(row.getString("status")),
                    row.getLong("version")))
        .list();
  }

  long countOpen(Decider decider) {
    return jdbc.sql(
            """
            SELECT COUNT(*)
            FROM orders.purchase_order
            WHERE decider = :decider
            AND status NOT IN ('DELIVERED', 'CANCELLED')
            """)
        .param("decider", decider.code())
        .query(Long.class)
        .single();
  }

  Optional<KeyedOrder> findByKey(String key) {
    return jdbc.sql(
            """
            SELECT id, request_digest
            FROM orders.purchase_order
            WHERE idempotency_key = :key
            """)
        .param("key", key)
        .query(
            (row, number) ->
                new KeyedOrder(
                    new OrderId(row.getObject("id", UUID.class)), row.getString("request_digest")))
        .optional();
  }

  /** Newest first. */
  List<Order> list(Optional<CustomerId> customer, Optional<OrderId> after, int rows) {
    StringBuilder sql = new StringBuilder(SELECT).append("WHERE 1 = 1\n");
    Map<String, Object> parameters = new LinkedHashMap<>();
    customer.ifPresent(
        it -> {
          sql.append("AND customer_id = :customer\n");
          parameters.put("customer", it.value());
        });
    after.ifPresent(
        it -> {
          sql.append("AND id < :after\n");
          parameters.put("after", it.value());
        });
    sql.append(
        customer.isPresent() ? "ORDER BY customer_id DESC, id DESC\n" : "ORDER BY id DESC\n");
    sql.append("LIMIT :rows");
    parameters.put("rows", rows);
    return withLines(
        jdbc.sql(sql.toString()).params(parameters).query(Orders::withoutLines).list());
  }

  /**
   * @throws OptimisticLockingFailureException if somebody else changed the order since it was read;
   *     nothing is stored then
   */
  void change(Order order) {
    int changed =
        jdbc.sql(
                """
                UPDATE orders.purchase_order
                SET status = :status, version = :version,
                    announced = GREATEST(announced, :announced)
                WHERE id = :id
                AND version = :version - 1
                """)
            .param("id", order.id().value())
            .param("status", order.status().name())
            .param("version", order.version())
            .param("announced", announced(order))
            .update();
    if (changed == 0) {
      throw new OptimisticLockingFailureException(
          "The order %s was changed by somebody else in between".formatted(order.id()));
    }
  }

  /** Sets an order forward to a version that was announced. */
  void restore(Order order) {
    jdbc.sql(
            """
            UPDATE orders.purchase_order
            SET status = :status, version = :version,
                announced = GREATEST(announced, :announced)
            WHERE id = :id
            AND version < :version
            """)
        .param("id", order.id().value())
        .param("status", order.status().name())
        .param("version", order.version())
        .param("announced", announced(order))
        .update();
  }

  private List<Order> withLines(List<Order> orders) {
    if (orders.isEmpty()) {
      return orders;
    }
    Map<UUID, List<OrderLine>> lines =
        jdbc
            .sql(
                """
                SELECT order_id, sku, title, quantity, unit_amount, unit_currency
                FROM orders.order_line
                WHERE order_id IN (:ids)
                ORDER BY order_id, position
                """)
            .param("ids", orders.stream().map(order -> order.id().value()).toList())
            .query((row, number) -> Map.entry(row.getObject("order_id", UUID.class), line(row)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return orders.stream()
        .map(order -> order.with(lines.getOrDefault(order.id().value(), List.of())))
        .toList();
  }

  private static Order withoutLines(ResultSet row, int number) throws SQLException {
    return new Order(
        new OrderId(row.getObject("id", UUID.class)),
        new CustomerId(row.getObject("customer_id", UUID.class)),
        Decider.of(row.getString("decider")),
        row.getBoolean("trial"),
        OrderStatus.valueOf(row.getString("status")),
        row.getLong("version"),
        List.of(),
        new Money(row.getBigDecimal("total_amount"), row.getString("total_currency")),
        row.getObject("placed_at", OffsetDateTime.class).toInstant());
  }

  private static OrderLine line(ResultSet row) throws SQLException {
    return new OrderLine(
        row.getString("sku"),
        row.getString("title"),
        row.getInt("quantity"),
        new Money(row.getBigDecimal("unit_amount"), row.getString("unit_currency")));
  }
}
