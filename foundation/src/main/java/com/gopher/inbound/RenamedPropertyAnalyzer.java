package com.gopher.inbound;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a property by its old name into one sentence and one advice instead of a trace. */
final class RenamedPropertyAnalyzer extends AbstractFailureAnalyzer<RenamedPropertyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RenamedPropertyException cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Rename it where it is set; nothing was started.", cause);
  }
}
