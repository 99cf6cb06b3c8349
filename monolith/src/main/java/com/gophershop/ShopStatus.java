package com.gophershop;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Which shape this shop has, and how it is.
 *
 * @param delivery who decides about the parcels of new orders
 * @param messaging whether it is joined to other programs by Kafka
 * @param health UP, or what its health says instead
 * @param managementPort where its operators are answered, on the same machine
 */
record ShopStatus(
    @Schema(allowableValues = {"in-process", "shadow", "extracted"}) String delivery,
    boolean messaging,
    @Schema(example = "UP") String health,
    int managementPort) {}
