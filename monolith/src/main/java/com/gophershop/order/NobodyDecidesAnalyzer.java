package com.gophershop.order;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class NobodyDecidesAnalyzer extends AbstractFailureAnalyzer<NobodyDecidesException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NobodyDecidesException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), null);
  }
}
