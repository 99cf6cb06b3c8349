package com.gophershop.catalog;

import com.gopher.http.Page;
import com.gopher.http.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Products")
@RestController
@RequestMapping(path = "/api/products", produces = MediaType.APPLICATION_JSON_VALUE)
class ProductController {

  private static final String BEFORE_ALL = "";

  private final Catalog catalog;

  ProductController(Catalog catalog) {
    this.catalog = catalog;
  }

  @Operation(summary = "Browse the books, in the order of their SKU")
  @GetMapping
  Page<Product> list(@Valid @ParameterObject Paging paging) {
    String after = paging.after(Function.identity()).orElse(BEFORE_ALL);
    return Page.of(
        catalog.listAfter(after, paging.rowsToRead()), paging, Product::sku, Function.identity());
  }

  @Operation(summary = "Look one book up")
  @GetMapping("/{sku}")
  Product get(@Parameter(example = "GS-1001") @PathVariable String sku) {
    return catalog.find(sku).orElseThrow(() -> unknown(sku));
  }

  private static ErrorResponseException unknown(String sku) {
    return new ErrorResponseException(
        HttpStatus.NOT_FOUND,
        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no product " + sku + "."),
        null);
  }
}
