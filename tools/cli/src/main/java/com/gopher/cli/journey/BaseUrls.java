package com.gopher.cli.journey;

import java.net.URI;

/**
 * Where the parts of the system answer. In the castle all of them are the shop; a city may have
 * others.
 *
 * @param shop products, customers, orders and invoices
 * @param tracking where parcels are followed
 */
public record BaseUrls(URI shop, URI tracking) {

  /** Everything in one place. */
  public static BaseUrls of(URI shop) {
    return new BaseUrls(shop, shop);
  }
}
