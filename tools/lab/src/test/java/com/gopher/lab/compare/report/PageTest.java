package com.gopher.lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.report.Report.Busy;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void textOfAReportIsShownAndNeverObeyed() {
    String page = new Page(Reports.sample()).html();

    assertThat(page)
        .contains("The &lt;tracker&gt; did not start: port 9090 is taken &amp; &quot;kept&quot;.")
        .doesNotContain("<tracker>");
    assertThat(Page.inAScript("{\"x\":\"</script>\"}")).doesNotContain("<");
  }

  @Test
  void onlyTheTwoScriptsOfThePageMayRun() {
    String page = new Page(Reports.sample()).html();

    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(3);
    assertThat(page).contains("script-src 'sha256-").doesNotContain("script-src 'unsafe-inline'");
  }

  @Test
  void aQuietMachineIsNotCalledBusy() {
    assertThat(new Page(Reports.sample(new Busy(List.of()))).html())
        .doesNotContain("machine was busy");
    assertThat(new Page(Reports.sample()).html()).contains("machine was busy");
  }

  @Test
  void eachExperimentSaysWhatItCannotShow() {
    assertThat(
            Pattern.compile("What it cannot show")
                .matcher(new Page(Reports.sample()).html())
                .results())
        .hasSameSizeAs(Reports.sample().experiments());
  }

  @Test
  void aFigureThatCouldNotBeMeasuredIsADash() {
    assertThat(new Page(Reports.sample()).html())
        .contains("<th scope=\"row\">catch-up</th><td>–</td><td>4.20 s</td>");
  }

  @Test
  void aRatioIsToldWithItsIntervalAndItsBand() {
    assertThat(new Page(Reports.sample()).html())
        .contains(
            "placed to tracked p50: castle 12.5 ms, city 51.3 ms. city to castle is 4.10, with 95 % confidence 3.60 to 4.50; two identical systems came out between 0.93 and 1.07: larger in city.")
        .contains("accepted p50: castle 3.01 ms, city 3.10 ms.")
        .contains("no difference shown.");
  }
}
