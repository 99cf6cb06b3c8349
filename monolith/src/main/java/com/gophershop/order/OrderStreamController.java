package com.gophershop.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Orders as streams of server-sent events.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML Living
 *     Standard, Server-sent events</a>
 */
@Tag(name = "Orders")
@RestController
class OrderStreamController {

  private final OrderProgressReader reader;
  private final OrderStreams streams;

  OrderStreamController(OrderProgressReader reader, OrderStreams streams) {
    this.reader = reader;
    this.streams = streams;
  }

  @Operation(
      summary = "Follow an order as it changes",
      description =
          "Events with the name 'order', each the state at that moment; a state that lasts for less"
              + " than a moment may be skipped. The stream ends after a minute or with the last"
              + " state. A client comes back with the header Last-Event-ID, as browsers do, and is"
              + " sent what it has missed.")
  @ApiResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = OrderProgress.class)))
  @ApiResponse(
      responseCode = "204",
      description = "The client knows the last state: there is nothing to wait for",
      content = @Content)
  @ApiResponse(responseCode = "503", description = "Too many streams are open; ask again later")
  @GetMapping(path = "/api/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> follow(
      @PathVariable UUID id,
      @Parameter(description = "The id of the last event that was received")
          @RequestHeader(name = "Last-Event-ID", defaultValue = "0")
          @Pattern(regexp = "\\d{1,18}", message = "must be the id of an event")
          String lastEventId) {
    var order = new OrderId(id);
    OrderProgress now =
        reader.read(Set.of(order)).stream()
            .findFirst()
            .orElseThrow(() -> new UnknownOrderException(id));
    long seen = Long.parseLong(lastEventId);
    if (now.status().isLast() && now.version() <= seen) {
      return ResponseEntity.noContent().build();
    }
    SseEmitter emitter = streams.open(order, seen).orElseThrow(OrderStreamController::tooMany);
    return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(emitter);
  }

  private static ErrorResponseException tooMany() {
    var refused = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
    refused.setDetail("Too many orders are being followed at the moment; try again in a minute.");
    refused.getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
    return refused;
  }
}
