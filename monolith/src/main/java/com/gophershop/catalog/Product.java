package com.gophershop.catalog;

import com.gophershop.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A book and what it costs today.
 *
 * @param sku the shop's own number for it
 */
public record Product(
    @Schema(example = "GS-1001") String sku,
    @Schema(example = "The Tunnel Architect") String title,
    Money price) {}
