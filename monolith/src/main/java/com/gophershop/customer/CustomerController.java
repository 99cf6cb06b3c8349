package com.gophershop.customer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Customers")
@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
class CustomerController {

  private final Customers customers;

  CustomerController(Customers customers) {
    this.customers = customers;
  }

  @Operation(summary = "Register a customer")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Customer> register(@Valid @RequestBody Registration registration) {
    List<String> invisible = registration.invisibleFields();
    if (!invisible.isEmpty()) {
      throw new InvisibleTextException(invisible);
    }
    Customer customer = customers.register(registration);
    return ResponseEntity.created(URI.create("/api/customers/" + customer.id())).body(customer);
  }

  @Operation(summary = "Look a customer up")
  @GetMapping("/{id}")
  Customer get(@PathVariable UUID id) {
    return customers.find(new CustomerId(id)).orElseThrow(() -> unknown(id));
  }

  private static ErrorResponseException unknown(UUID id) {
    return new ErrorResponseException(
        HttpStatus.NOT_FOUND,
        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no customer " + id + "."),
        null);
  }
}
