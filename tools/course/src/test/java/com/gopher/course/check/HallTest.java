package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class HallTest extends CheckpointTest {

  private static final String INVOICES = "billing/Invoices.java";
  private static final String EMPTY = "'', '', '', '', ''";
  private static final String FROM = "FROM orders.purchase_order o\n";
  private static final String JOIN =
      FROM + "            JOIN customers.customer c ON c.id = o.customer_id\n";

  HallTest() {
    super("hall");
  }

  @Test
  void aSubSelectForEachColumnIsRight() throws Exception {
    assertRight(
        fromStart()
            .edit(
                INVOICES,
                EMPTY,
                """
                (SELECT name FROM customers.customer WHERE id = o.customer_id),
                  (SELECT street FROM customers.customer WHERE id = o.customer_id),
                  (SELECT postal_code FROM customers.customer WHERE id = o.customer_id),
                  (SELECT city FROM customers.customer WHERE id = o.customer_id),
                  (SELECT country FROM customers.customer WHERE id = o.customer_id)\
                """));
  }

  @Test
  void anUpdateAfterwardsIsRight() throws Exception {
    assertRight(
        fromStart()
            .edit(
                INVOICES,
                """
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update();
                  }

                  @Transactional
                  public void credit(\
                """,
                """
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update();
                    for (String column :
                        List.of("customer_name:name", "street", "postal_code", "city", "country")) {
                      String[] names = column.split(":");
                      jdbc.sql(
                              "UPDATE billing.invoice SET "
                                  + names[0]
                                  + " = (SELECT c."
                                  + names[names.length - 1]
                                  + " FROM customers.customer c JOIN orders.purchase_order o"
                                  + " ON o.customer_id = c.id WHERE o.id = :orderId)"
                                  + " WHERE order_id = :orderId")
                          .param("orderId", orderId.value())
                          .update();
                    }
                  }

                  @Transactional
                  public void credit(\
                """));
  }

  @Test
  void theNameWithoutTheAddressIsNotEnough() throws Exception {
    assertWrong(
        fromStart().edit(INVOICES, EMPTY, "c.name, '', '', '', ''").edit(INVOICES, FROM, JOIN),
        "customer's street",
        "street is empty");
  }

  @Test
  void cityAndPostalCodeInEachOthersPlaceAreSeen() throws Exception {
    assertWrong(
        fromStart()
            .edit(INVOICES, EMPTY, "c.name, c.street, c.city, c.postal_code, c.country")
            .edit(INVOICES, FROM, JOIN),
        "customer's postalCode",
        "\"Berlin\"");
  }

  @Test
  void theFirstCustomerOfAllIsTheWrongOne() throws Exception {
    assertWrong(
        fromStart()
            .edit(INVOICES, EMPTY, "c.name, c.street, c.postal_code, c.city, c.country")
            .edit(
                INVOICES,
                FROM,
                FROM
                    + "            JOIN customers.customer c ON c.id =\n"
                    + "              (SELECT id FROM customers.customer ORDER BY registered_at LIMIT 1)\n"),
        "customer's name",
        "Grace Mole");
  }

  @Test
  void whatDoesNotCompileIsShownWithFileAndLine() throws Exception {
    assertWrong(
        fromStart().edit(INVOICES, ".update();", ".updat();"),
        "The shop compiles",
        "billing/Invoices.java:");
  }

  @Test
  void testsPomAndLauncherOfTheLearnerChangeNoVerdict() throws Exception {
    assertWrong(
        new Attempt(start().only(path -> path.startsWith("monolith/src/main/"))),
        "carries the customer's name",
        "name is empty");
  }
}
