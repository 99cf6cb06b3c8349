package com.gophershop.order;

import com.gopher.database.RefusedRetirementException;
import com.gopher.database.SchemaRetirement;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/retirement}: drops the data of the module that shipped, once it has left the
 * build. Here, because only the orders tell whether somebody still waits for it.
 */
@Component
@Endpoint(id = "retirement")
class RetirementEndpoint {

  private static final String DELIVERY = "delivery";
  private static final int LONGEST_NAME = 256;

  private final OrderManagement orders;
  private final SchemaRetirement retirement;

  RetirementEndpoint(OrderManagement orders, SchemaRetirement retirement) {
    this.orders = orders;
    this.retirement = retirement;
  }

  /**
   * Writes the rows of the schema into a file, drops it and its logins, and answers with what is
   * recorded of that. Doing so again changes nothing, and does what was left undone.
   *
   * @param by the operating-system user who asks
   */
  @WriteOperation
  WebEndpointResponse<?> retire(String module, String by) {
    if (!DELIVERY.equals(module)) {
      throw invalid("The only module that can be retired is " + DELIVERY);
    }
    if (by.isBlank() || by.length() > LONGEST_NAME) {
      throw invalid("'by' must be a text of 1 to %s characters".formatted(LONGEST_NAME));
    }
    long open = orders.countOpen(Decider.SHOP);
    if (open > 0) {
      return refuse("Orders that the shop itself has to ship are open: " + open + ".");
    }
    if (retirement.isOwned(DELIVERY)) {
      return refuse("This build of the shop has the module " + DELIVERY + ": remove it first.");
    }
    try {
      return new WebEndpointResponse<>(retirement.retire(DELIVERY, by));
    } catch (RefusedRetirementException e) {
      return problem(String.valueOf(e.getMessage()));
    }
  }

  private static WebEndpointResponse<?> refuse(String reason) {
    return problem(reason + " Nothing was dropped.");
  }

  private static WebEndpointResponse<?> problem(String detail) {
    return new WebEndpointResponse<>(
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail),
        HttpStatus.CONFLICT.value(),
        MediaType.APPLICATION_PROBLEM_JSON);
  }

  private static InvalidEndpointRequestException invalid(String reason) {
    return new InvalidEndpointRequestException(reason, reason + "; nothing was dropped.");
  }
}
