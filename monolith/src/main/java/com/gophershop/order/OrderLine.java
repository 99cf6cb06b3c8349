package com.gophershop.order;

import com.gophershop.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * So many copies of one book, with title and price as they were when the order was placed.
 *
 * @param unitPrice the price of one copy
 */
public record OrderLine(
    @Schema(example = "GS-1001") String sku,
    @Schema(example = "The Tunnel Architect") String title,
    @Schema(example = "2") int quantity,
    Money unitPrice) {

  Money price() {
    return unitPrice.times(quantity);
  }
}
