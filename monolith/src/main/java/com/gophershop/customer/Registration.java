package com.gophershop.customer;

import static com.gophershop.customer.Address.FILLED_IN;
import static com.gophershop.customer.Address.NOT_FILLED_IN;
import static com.gophershop.customer.Address.NOT_PRINTABLE;
import static com.gophershop.customer.Address.PRINTABLE;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What somebody enters to become a customer. */
record Registration(
    @Schema(example = "Ada Gopher")
        @NotNull
        @Pattern(regexp = FILLED_IN, message = NOT_FILLED_IN)
        @Size(max = 200)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String name,
    @Schema(example = "ada@example.org")
        @NotNull
        @Pattern(regexp = FILLED_IN, message = NOT_FILLED_IN)
        @Email
        @Size(max = 254)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String email,
    @NotNull @Valid Address address) {

  /** The fields in which nothing can be seen, in the order of their names. */
  List<String> invisibleFields() {
    Map<String, String> texts =
        new TreeMap<>(
            Map.of(
                "name", name,
                "address.street", address.street(),
                "address.postalCode", address.postalCode(),
                "address.city", address.city(),
                "address.country", address.country()));
    texts.values().removeIf(VisibleText::isIn);
    return List.copyOf(texts.keySet());
  }
}
