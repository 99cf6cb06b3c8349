package com.gophershop.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Identifies a customer. A UUIDv7: it sorts by the time of registration. */
@Schema(type = "string", format = "uuid", example = "019aadf2-5c1e-7c3a-9a51-2f0c6f0f3b11")
public record CustomerId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CustomerId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
