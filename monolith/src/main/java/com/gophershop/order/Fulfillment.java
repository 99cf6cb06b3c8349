package com.gophershop.order;

/**
 * What in this process decides about the parcels of orders, if anything does. Said here and not
 * asked there: nothing refers to the module that ships, so that it can be removed.
 */
public interface Fulfillment {

  /** Works on the orders that carry this decider, and on no others. */
  Decider decidesAs();
}
