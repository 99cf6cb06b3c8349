package com.gopher.lab.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gopher.lab.machine.Machine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one benchmark found; written as JSON, from which the documentation is generated.
 *
 * @param method how it was measured, in sentences
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchmarkReport(
    String benchmark, String question, Machine machine, List<Figure> figures, List<String> method) {

  /**
   * One number.
   *
   * @param aim what was wished for, in words; null if nothing was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Figure(
      String name, double value, String unit, @Nullable String aim, @Nullable Boolean reached) {

    static Figure of(String name, double value, String unit) {
      return of(name, value, unit, "");
    }

    /**
     * @param aim {@code at least} or {@code under} a number; empty if there is none
     */
    static Figure of(String name, double value, String unit, String aim) {
      double rounded = Math.abs(value) >= 100 ? Math.rint(value) : Math.rint(value * 100) / 100;
      if (aim.isEmpty()) {
        return new Figure(name, rounded, unit, null, null);
      }
      double limit = Double.parseDouble(aim.substring(aim.lastIndexOf(' ')));
      return new Figure(
          name, rounded, unit, aim, aim.startsWith("under") ? value < limit : value >= limit);
    }

    String shown() {
      return BenchmarkPage.number(value);
    }

    String answer() {
      return reached == null ? "" : reached ? "yes" : "no";
    }
  }

  public static BenchmarkReport read(String json) {
    return JsonMapper.shared().readValue(json, BenchmarkReport.class);
  }
}
