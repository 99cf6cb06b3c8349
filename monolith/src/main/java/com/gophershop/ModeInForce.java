package com.gophershop;

/** The mode of delivery that is stored. Said by the module that stores it, and told by the shop. */
public interface ModeInForce {

  DeliveryMode mode();
}
