package com.gopher.lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.lab.browser.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** The page as a reader has it: in a real browser, from a file, without a network. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("seconds")
class PageInBrowserTest {

  private static final int CHARTS = 4;

  @TempDir private static Path directory;
  private Browser browser;
  private List<String> complaints;
  private List<String> requests;

  @BeforeAll
  void openPage() throws IOException {
    browser = Browser.open();
    open(new Page(Reports.sample()).html(), "report.html");
    complaints = browser.complaints();
    requests = browser.requests();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void beAtADesk() {
    browser.resize(1200);
    browser.prefer("light");
    browser.script("document.querySelectorAll('details').forEach(each => each.open = false)");
  }

  @Test
  void thePageComplainsAboutNothingAndAsksNoNetwork() {
    assertThat(complaints).isEmpty();
    assertThat(requests).isNotEmpty().allMatch(url -> url.matches("(file|data):.*"));
  }

  @Test
  void aPageThatWouldAskTheNetworkIsStoppedByItsOwnPolicy() throws IOException {
    String report = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    open(
        new Page(Reports.sample())
            .html()
            .replace("<main>", "<main><img alt=\"\" src=\"http://127.0.0.1:9/spy.png\">"),
        "spying.html");

    assertThat(browser.complaints()).anyMatch(line -> line.contains("Content Security Policy"));

    browser.driver().close();
    browser.driver().switchTo().window(report);
  }

  @Test
  void everyChartIsDrawnAndHasItsTable() {
    List<WebElement> charts = browser.driver().findElements(By.className("chart"));

    assertThat(charts)
        .hasSize(CHARTS)
        .allSatisfy(
            chart -> {
              assertThat(chart.findElements(By.cssSelector("svg path"))).hasSizeGreaterThan(4);
              assertThat(chart.getDomAttribute("aria-label")).contains("castle", "city");
              WebElement figure = chart.findElement(By.xpath("ancestor::figure"));
              assertThat(figure.findElements(By.cssSelector("details tbody tr"))).isNotEmpty();
            });
  }

  @Test
  void theLinesOfTwoShapesDifferByMoreThanTheirColour() {
    var dashes =
        (Long)
            browser.script(
                """
                const lines = [...document.querySelector("#chart-latency-0").querySelectorAll("path[stroke-width='2.5']")];
                return new Set(lines.map((line) => line.getAttribute("stroke-dasharray"))).size;
                """);

    assertThat(dashes).isEqualTo(2);
  }

  @Test
  void theKeyboardReachesAndOpensTheTableOfEachChart() {
    int opened = 0;
    for (int step = 0; step < 80 && opened < CHARTS; step++) {
      browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
      WebElement focused = browser.driver().switchTo().activeElement();
      if (focused.getTagName().equals("summary")) {
        focused.sendKeys(Keys.ENTER);
        opened++;
      }
    }

    assertThat(browser.driver().findElements(By.cssSelector("details[open] table")))
        .hasSize(CHARTS)
        .allMatch(WebElement::isDisplayed);
  }

  @Test
  void theDarkThemeChangesThePageAndItsCharts() {
    String paper = "return getComputedStyle(document.body).backgroundColor";
    String line =
        """
        return [...document.querySelectorAll("#chart-latency-0 path[stroke-width='2.5']")]
          .map((line) => line.getAttribute("stroke")).join()
        """;
    Object lightPaper = browser.script(paper);
    Object lightLine = browser.script(line);

    browser.prefer("dark");

    assertThat(browser.script(paper)).isNotEqualTo(lightPaper);
    await().untilAsserted(() -> assertThat(browser.script(line)).isNotEqualTo(lightLine));
    assertThat(browser.barriers("color-contrast")).isEmpty();
  }

  @Test
  void aNarrowScreenNeedsNoSidewaysScrolling() {
    browser.resize(400);

    await()
        .untilAsserted(
            () ->
                assertThat(
                        browser.script(
                            """
                            const chart = document.querySelector(".chart svg").getBoundingClientRect().width;
                            return document.documentElement.scrollWidth <= 400 && chart <= 400;
                            """))
                    .isEqualTo(true));
  }

  @Test
  void peopleWhoDoNotSeeCanReadIt() {
    assertThat(browser.barriers()).isEmpty();
  }

  /** The control: what finds nothing in the report does find something elsewhere. */
  @Test
  void aPictureWithoutWordsWouldBeFound() throws IOException {
    String report = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    open(
        "<!doctype html><html lang=\"en\"><title>x</title><main><img src=\"x.png\"></main></html>",
        "wordless.html");

    assertThat(browser.barriers()).anyMatch(found -> found.startsWith("image-alt"));

    browser.driver().close();
    browser.driver().switchTo().window(report);
  }

  @Test
  void theVerdictsComeFirstAndSaySoInWords() {
    assertThat(browser.driver().findElement(By.cssSelector("main > section")).getText())
        .contains("shown", "not shown", "contrary", "failed", "interrupted", "not run")
        .contains("A/A, two identical systems, 2 pairs: accepted p50 -7 % to +7 %;");
    assertThat(browser.driver().findElement(By.tagName("header")).getText())
        .contains("The machine was busy", "Rough");
  }

  private void open(String html, String name) throws IOException {
    Path page = Files.writeString(directory.resolve(name), html);
    browser.driver().get(page.toUri().toString());
  }
}
