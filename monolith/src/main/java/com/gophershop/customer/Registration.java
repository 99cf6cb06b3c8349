package com.gophershop.customer;

import static com.gophershop.customer.Address.NOT_PRINTABLE;
import static com.gophershop.customer.Address.PRINTABLE;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody enters to become a customer. */
record Registration(
    @Schema(example = "Ada Gopher")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String name,
    @Schema(example = "ada@example.org")
        @NotBlank
        @Email
        @Size(max = 254)
        @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String email,
    @NotNull @Valid Address address) {}
