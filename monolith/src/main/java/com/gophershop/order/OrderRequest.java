package com.gophershop.order;

import com.gophershop.customer.CustomerId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a customer wants to buy. Prices are not the customer's to say: the catalog knows them. */
record OrderRequest(
    @NotNull CustomerId customerId,
    @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull Line> lines) {

  record Line(
      @Schema(example = "GS-1001")
          @NotBlank
          @Size(max = 32)
          @Pattern(regexp = "[\\w.-]*", message = "may have letters, digits, '-', '_' and '.' only")
          String sku,
      @Schema(example = "2") @NotNull @Min(1) @Max(999) Integer quantity) {}

  /** The same for two requests that ask for the same, however their JSON was written. */
  String digest() {
    StringBuilder text = new StringBuilder(customerId.toString());
    for (Line line : lines) {
      text.append('\n').append(line.sku()).append(' ').append(line.quantity());
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
