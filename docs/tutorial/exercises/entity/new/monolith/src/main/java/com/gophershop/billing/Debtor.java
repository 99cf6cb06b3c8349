package com.gophershop.billing;

import java.util.UUID;

/** A customer who owes money. */
class Debtor {

  UUID id = new UUID(0, 0);
  String name = "";
}
