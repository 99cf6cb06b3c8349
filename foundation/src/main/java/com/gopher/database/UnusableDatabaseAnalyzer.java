package com.gopher.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a database that cannot be used into one sentence and one advice instead of a trace. */
class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnusableDatabaseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableDatabaseException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), null);
  }
}
