package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.customer.CustomerId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderRequestTest {
  private static final CustomerId ADA = new CustomerId(UUID.randomUUID());
  private static final CustomerId BOB = new CustomerId(UUID.randomUUID());

  @Test
  void theSameWishHasTheSameDigest() {
    assertThat(request(ADA, line("GS-1", 2)).digest())
        .isEqualTo(request(ADA, line("GS-1", 2)).digest())
        .matches("[0-9a-f]{64}");
  }

  @Test
  void everyDifferenceShowsInTheDigest() {
    assertThat(
            List.of(
                request(ADA, line("GS-1", 2)).digest(),
                request(BOB, line("GS-1", 2)).digest(),
                request(ADA, line("GS-2", 2)).digest(),
                request(ADA, line("GS-1", 3)).digest(),
                request(ADA, line("GS-1", 22)).digest(),
                request(ADA, line("GS-1", 2), line("GS-1", 2)).digest(),
                request(ADA, line("GS-1", 2), line("GS-2", 1)).digest(),
                request(ADA, line("GS-2", 1), line("GS-1", 2)).digest()))
        .doesNotHaveDuplicates();
  }

  private static OrderRequest request(CustomerId customer, OrderRequest.Line... lines) {
    return new OrderRequest(customer, List.of(lines));
  }

  private static OrderRequest.Line line(String sku, int quantity) {
    return new OrderRequest.Line(sku, quantity);
  }
}
