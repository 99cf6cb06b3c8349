package com.gophershop.customer;

/** Somebody whom other modules can ask for, where only the modules and no HTTP is there. */
public final class NewCustomer {

  private NewCustomer() {}

  public static CustomerId in(Customers customers) {
    return customers
        .register(
            new Registration(
                "Ada Gopher",
                "ada@example.org",
                new Address("7 Burrow Lane", "1010", "Vienna", "Austria")))
        .id();
  }
}
