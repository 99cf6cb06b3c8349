package com.gopher.lab.compare.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.report.Report.Busy;
import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTableTest {

  @Test
  void theVerdictsFitAnOrdinaryTerminal() {
    assertThat(lines(Reports.sample(), false))
        .allMatch(line -> line.length() <= 100)
        .anyMatch(line -> line.matches("latency +shown +Function calls are fast, roads take time"))
        .anyMatch(line -> line.matches("resilience +contrary +If the bakery burns, .*"))
        .anyMatch(line -> line.matches("scale +not shown +.*"))
        .anyMatch(line -> line.matches("fire +not run +.*"))
        .anyMatch(
            line ->
                line.startsWith("A/A, two identical systems, 2 pairs: accepted p50 -7 % to +7 %;"));
  }

  @Test
  void coloursAddNothingThatTheWordsDoNotSay() {
    List<String> coloured = lines(Reports.sample(), true);

    assertThat(String.join("\n", coloured)).contains("\u001b[32mshown");
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList())
        .isEqualTo(lines(Reports.sample(), false));
  }

  @Test
  void aBusyMachineIsAdmittedAndAQuietOneIsNot() {
    assertThat(lines(Reports.sample(), false))
        .anyMatch(line -> line.contains("The machine was busy") && line.contains("Load average"));
    assertThat(lines(Reports.sample(new Busy(List.of())), false))
        .noneMatch(line -> line.contains("busy"));
  }

  private static List<String> lines(Report report, boolean coloured) {
    var out = new ByteArrayOutputStream();
    var console = new Console(new PrintStream(out, true, UTF_8), System.err, coloured);
    new TerminalTable(console).of(report).forEach(console::result);
    return out.toString(UTF_8).lines().toList();
  }
}
