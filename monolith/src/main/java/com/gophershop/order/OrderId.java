package com.gophershop.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Identifies an order. A UUIDv7: it sorts by the time of the order. */
@Schema(type = "string", format = "uuid", example = "019aadf3-1b2a-7d10-8c44-9a0e4d1c7f52")
public record OrderId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
