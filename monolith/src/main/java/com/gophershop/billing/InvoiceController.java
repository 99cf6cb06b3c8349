package com.gophershop.billing;

import com.gopher.http.Page;
import com.gopher.http.Paging;
import com.gophershop.order.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Invoices")
@RestController
@RequestMapping(path = "/api/invoices", produces = MediaType.APPLICATION_JSON_VALUE)
class InvoiceController {

  private final Invoices invoices;

  InvoiceController(Invoices invoices) {
    this.invoices = invoices;
  }

  @Operation(summary = "List invoices, the oldest first")
  @GetMapping
  Page<Invoice> list(@RequestParam Optional<UUID> orderId, @Valid @ParameterObject Paging paging) {
    return Page.of(
        invoices.list(
            orderId.map(OrderId::new), paging.after(UUID::fromString), paging.rowsToRead()),
        paging,
        invoice -> invoice.id().toString(),
        Function.identity());
  }
}
