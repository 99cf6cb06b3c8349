package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class LocksTest extends CheckpointTest {

  private static final String BOOKKEEPER = "billing/Bookkeeper.java";
  private static final String LISTENER =
      "  @ApplicationModuleListener(id = \"billing.order-placed\", propagation = Propagation.NOT_SUPPORTED)\n";

  LocksTest() {
    super("locks");
  }

  @Test
  void aListenerWithoutATransactionThatAsksFirstIsRight() throws Exception {
    assertRight(
        fromSolution()
            .edit(
                BOOKKEEPER,
                LISTENER,
                """
                  @org.springframework.scheduling.annotation.Async
                  @org.springframework.transaction.event.TransactionalEventListener(
                      id = "billing.order-placed")
                """)
            .edit(
                BOOKKEEPER,
                "import org.springframework.transaction.annotation.Propagation;\n",
                ""));
  }

  @Test
  void aClassThatAsksForTheRecipientIsRight() throws Exception {
    assertRight(
        fromSolution()
            .edit(BOOKKEEPER, "Customers customers", "Recipients customers")
            .edit(BOOKKEEPER, "import com.gophershop.customer.Customers;\n", "")
            .add(
                "billing/Recipients.java",
                """
                package com.gophershop.billing;

                import com.gophershop.customer.Customer;
                import com.gophershop.customer.CustomerId;
                import com.gophershop.customer.Customers;
                import java.util.Optional;
                import org.springframework.stereotype.Component;

                @Component
                class Recipients {

                  private final Customers all;

                  Recipients(Customers all) {
                    this.all = all;
                  }

                  Optional<Customer> find(CustomerId id) {
                    return all.find(id);
                  }
                }
                """));
  }

  @Test
  void aTransactionAroundTheQuestionIsRefused() throws Exception {
    assertWrong(
        fromSolution()
            .edit(BOOKKEEPER, ", propagation = Propagation.NOT_SUPPORTED", "")
            .edit(
                BOOKKEEPER, "import org.springframework.transaction.annotation.Propagation;\n", ""),
        "One invoice is written");
  }

  @Test
  void theJoinAsAViewIsStillAJoin() throws Exception {
    assertWrong(
        fromSolution()
            .addMigration(
                "billing/V2__recipients.sql",
                "CREATE VIEW billing.recipient AS SELECT id, name FROM customers.customer;\n"),
        "customers.customer",
        "its own tables");
  }

  @Test
  void aSecondTransactionInsideTheFirstHidesTheMistake() throws Exception {
    assertWrong(
        fromSolution()
            .edit(BOOKKEEPER, ", propagation = Propagation.NOT_SUPPORTED", "")
            .edit(
                BOOKKEEPER, "import org.springframework.transaction.annotation.Propagation;\n", "")
            .edit(
                "customer/Customers.java",
                "@Transactional(readOnly = true)",
                "@Transactional(readOnly = true, propagation = org.springframework.transaction.annotation.Propagation.REQUIRES_NEW)"),
        "REQUIRES_NEW",
        "customer/Customers.java");
  }

  @Test
  void aConnectionOfOnesOwnGoesAroundTheLocks() throws Exception {
    assertWrong(
        fromSolution()
            .add(
                "billing/Cellar.java",
                """
                package com.gophershop.billing;

                import java.sql.DriverManager;
                import java.sql.SQLException;

                class Cellar {

                  String nameOf(String id) throws SQLException {
                    try (var connection =
                            DriverManager.getConnection("jdbc:h2:file:.shop/shop", "admin", "");
                        var query =
                            connection.prepareStatement(
                                "SELECT name FROM customers.customer WHERE id = ?")) {
                      query.setString(1, id);
                      try (var rows = query.executeQuery()) {
                        return rows.next() ? rows.getString(1) : "";
                      }
                    }
                  }
                }
                """),
        "its own tables",
        "billing/Cellar.java");
  }

  @Test
  void oneLoginForAllIsNoLock() throws Exception {
    assertWrong(
        fromSolution().take("GopherShop.java", start()),
        "The database refuses billing the tables of");
  }
}
