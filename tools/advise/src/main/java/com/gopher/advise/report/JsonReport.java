package com.gopher.advise.report;

import com.gopher.advise.verdict.Answer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answer for programs. */
public final class JsonReport {

  private JsonReport() {}

  public static String of(Answer answer) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(answer);
  }
}
