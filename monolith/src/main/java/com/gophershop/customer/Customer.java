package com.gophershop.customer;

/** Somebody who buys. */
public record Customer(CustomerId id, String name, String email, Address address) {}
