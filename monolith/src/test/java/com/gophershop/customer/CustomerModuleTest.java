package com.gophershop.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.OnFreshDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.modulith.test.Scenario;

/** The customers need no other module, and are asked: they publish nothing. */
@ApplicationModuleTest
@OnFreshDatabase
class CustomerModuleTest {

  private final Customers customers;

  CustomerModuleTest(Customers customers) {
    this.customers = customers;
  }

  @Test
  void whoRegistersIsKnownAndNobodyIsTold(Scenario scenario, AssertablePublishedEvents events) {
    CustomerId id = NewCustomer.in(customers);

    scenario
        .stimulate(transaction -> id)
        .andWaitForStateChange(() -> customers.find(id))
        .andVerify(
            customer -> assertThat(customer).map(Customer::email).contains("ada@example.org"));

    assertThat(events.ofType(Record.class)).isEmpty();
  }
}
