package com.gotracker.shipping;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tracking")
class TrackingController {

  private final Parcels parcels;

  TrackingController(Parcels parcels) {
    this.parcels = parcels;
  }

  /** With 203 for what is known second-hand only: whoever decides about it knows more. */
  @GetMapping("/{orderId}")
  ResponseEntity<Parcel> get(@PathVariable UUID orderId) {
    Parcel parcel = parcels.find(orderId).orElseThrow(() -> unknown(orderId));
    return ResponseEntity.status(
            parcel.isFollowed() ? HttpStatus.NON_AUTHORITATIVE_INFORMATION : HttpStatus.OK)
        .body(parcel);
  }

  private static ErrorResponseException unknown(UUID orderId) {
    return new ErrorResponseException(
        HttpStatus.NOT_FOUND,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "No shipment of the order " + orderId + " is known yet."),
        null);
  }
}
