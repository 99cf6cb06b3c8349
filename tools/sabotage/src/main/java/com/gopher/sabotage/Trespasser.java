package com.gopher.sabotage;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts the rows of a table and says what became of that; only reads. */
@RestController
@RequestMapping("/sabotage/trespass")
class Trespasser {

  private final JdbcTemplate jdbc;
  private final PlatformTransactionManager transactions;

  Trespasser(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * @param rows null if it was refused
   * @param code of the database's refusal
   */
  record Outcome(@Nullable Long rows, int code, @Nullable String refusal) {

    /** By the database's own word, however many exceptions are around it and below it. */
    static Outcome refused(Exception e) {
      Throwable said = e;
      while (!(said instanceof SQLException) && said.getCause() != null) {
        said = said.getCause();
      }
      int code = said instanceof SQLException refusal ? refusal.getErrorCode() : 0;
      String words = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
      return new Outcome(null, code, words);
    }
  }

  /**
   * As any method of that package would that is {@code @Transactional}: the database knows who asks
   * by the transaction's name.
   */
  @GetMapping("/transaction")
  Outcome inATransaction(@RequestParam String table, @RequestParam String packageName) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setName(packageName + ".Trespasser.count");
    transaction.setReadOnly(true);
    try {
      return transaction.execute(
          status ->
              new Outcome(
                  jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class), 0, null));
    } catch (DataAccessException | TransactionException e) {
      return Outcome.refused(e);
    }
  }

  /**
   * By a connection that nobody gave it, as the administrator of an embedded database: code of the
   * process may read the file with the password as the process itself may.
   */
  @GetMapping("/connection")
  Outcome byItsOwnConnection(@RequestParam String table, @RequestParam String url) {
    try (var connection = DriverManager.getConnection(url, "admin", StoredPassword.of(url));
        var statement = connection.createStatement();
        var count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      count.next();
      return new Outcome(count.getLong(1), 0, null);
    } catch (SQLException e) {
      return Outcome.refused(e);
    }
  }
}
