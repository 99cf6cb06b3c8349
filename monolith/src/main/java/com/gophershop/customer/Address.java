package com.gophershop.customer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a parcel or an invoice goes. */
public record Address(
    @Schema(example = "7 Burrow Lane") @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE)
        String street,
    @Schema(example = "1010") @NotBlank @Size(max = 20) @Pattern(regexp = PRINTABLE)
        String postalCode,
    @Schema(example = "Vienna") @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE) String city,
    @Schema(example = "Austria") @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE)
        String country) {

  /** Control characters have no place on a label, and PostgreSQL refuses NUL. */
  static final String PRINTABLE = "\\P{Cntrl}*";
}
