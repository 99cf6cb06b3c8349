package com.gophershop.order;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class OrdersElsewhereAnalyzer extends AbstractFailureAnalyzer<OrdersElsewhereException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, OrdersElsewhereException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Start the shop with shop.delivery=extracted and its tracker (./shop up city) until they"
            + " are delivered or cancelled; no order was changed.",
        null);
  }
}
