package com.gophershop.customer;

import com.gophershop.billing.Debts;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets those go who owe nothing. */
@Service
class Farewell {

  private final Optional<Debts> debts;

  Farewell(Optional<Debts> debts) {
    this.debts = debts;
  }

  boolean mayLeave(CustomerId customer) {
    return debts.map(it -> !it.isOwing(customer)).orElse(true);
  }
}
