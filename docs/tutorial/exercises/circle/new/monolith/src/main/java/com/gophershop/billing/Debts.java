package com.gophershop.billing;

import com.gophershop.customer.CustomerId;

/** Who still owes something. */
public interface Debts {

  boolean isOwing(CustomerId customer);
}
