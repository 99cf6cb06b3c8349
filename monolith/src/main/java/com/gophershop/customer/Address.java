package com.gophershop.customer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a parcel or an invoice goes. */
public record Address(
    @Schema(example = "7 Burrow Lane")
        @NotNull
        @Pattern(regexp = FILLED_IN, message = NOT_FILLED_IN)
        @Size(max = 200)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String street,
    @Schema(example = "1010")
        @NotNull
        @Pattern(regexp = FILLED_IN, message = NOT_FILLED_IN)
        @Size(max = 20)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String postalCode,
    @Schema(example = "Vienna")
        @NotNull
        @Pattern(regexp = FILLED_IN, message = NOT_FILLED_IN)
        @Size(max = 100)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String city,
    @Schema(example = "Austria")
        @NotNull
        @Pattern(regexp = FILLED_IN, message = NOT_FILLED_IN)
        @Size(max = 100)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String country) {

  /** The blanks of a keyboard alone are no entry; {@link VisibleText} knows those of Unicode. */
  static final String FILLED_IN = "\\s*\\S[\\s\\S]*";

  static final String NOT_FILLED_IN = "must not be blank";

  /**
   * Control characters have no place on a label, PostgreSQL refuses NUL, and half of a surrogate
   * pair is no character at all.
   */
  static final String PRINTABLE = "[^\\p{Cntrl}\\p{Cs}]*";

  static final String NOT_PRINTABLE = "may not have control characters";
}
