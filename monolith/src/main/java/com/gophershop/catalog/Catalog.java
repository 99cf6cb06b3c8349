package com.gophershop.catalog;

import com.gophershop.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks products up. Other modules ask here instead of reading the catalog's tables, and ask before
 * they open a transaction of their own.
 */
@Repository
@Transactional(readOnly = true)
public class Catalog {

  private final JdbcClient jdbc;

  Catalog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Product> find(String sku) {
    return jdbc.sql(
            """
            SELECT sku, title, price_amount, price_currency
            FROM catalog.product
            WHERE sku = :sku
            """)
        .param("sku", sku)
        .query(Catalog::product)
        .optional();
  }

  /** Those of the products that exist, by SKU. */
  public Map<String, Product> findAll(Collection<String> skus) {
    return jdbc
        .sql(
            """
            SELECT sku, title, price_amount, price_currency
            FROM catalog.product
            WHERE sku IN (:skus)
            """)
        .param("skus", skus)
        .query(Catalog::product)
        .stream()
        .collect(Collectors.toMap(Product::sku, Function.identity()));
  }

  List<Product> listAfter(String sku, int rows) {
    return jdbc.sql(
            """
            SELECT sku, title, price_amount, price_currency
            FROM catalog.product
            WHERE sku > :sku
            ORDER BY sku
            LIMIT :rows
            """)
        .param("sku", sku)
        .param("rows", rows)
        .query(Catalog::product)
        .list();
  }

  private static Product product(ResultSet row, int number) throws SQLException {
    return new Product(
        row.getString("sku"),
        row.getString("title"),
        new Money(row.getBigDecimal("price_amount"), row.getString("price_currency")));
  }
}
