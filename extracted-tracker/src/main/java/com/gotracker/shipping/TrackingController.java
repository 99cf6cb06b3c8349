package com.gotracker.shipping;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
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

  @GetMapping("/{orderId}")
  Parcel get(@PathVariable UUID orderId) {
    return parcels.find(orderId).orElseThrow(() -> unknown(orderId));
  }

  private static ErrorResponseException unknown(UUID orderId) {
    return new ErrorResponseException(
        HttpStatus.NOT_FOUND,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "No shipment of the order " + orderId + " is known yet."),
        null);
  }
}
