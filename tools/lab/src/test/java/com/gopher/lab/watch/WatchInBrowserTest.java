package com.gopher.lab.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.lab.browser.Browser;
import com.gopher.lab.system.SystemUnderTest;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** The page of {@code ./shop watch} in a real browser, beside a started castle and city. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("seconds")
class WatchInBrowserTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Map<String, String> SHIPPING =
      Map.of("SHIPPING_PREPARING", "400ms", "SHIPPING_TRANSIT", "400ms");
  private static final Console SILENT = new Console(nowhere(), nowhere(), false);
  private static final int CASTLE = 1;
  private static final int CITY = 2;

  @TempDir private static Path directory;
  private SystemUnderTest castle;
  private SystemUnderTest city;
  private BuiltPrograms programs;
  private WatchServer server;
  private Browser browser;

  @BeforeAll
  void startACastleAndACity() throws Exception {
    browser = Browser.open();
    castle = new SystemUnderTest(directory.resolve("castle"), SILENT);
    city = new SystemUnderTest(directory.resolve("city"), SILENT);
    var start = new FastStart(Jdk.current(), SILENT);
    Path tracker = built("extracted-tracker", "target", "gotracker.jar");
    programs =
        new BuiltPrograms(
            Jdk.current().java(),
            start.command(built("monolith", "target", "gopher-shop.jar")),
            start.command(tracker),
            tracker,
            built("tools", "broker", "target", "lib"),
            List::of);
    bringUp(castle.data());
    bringUp(city.data());
    server = WatchServer.start(0, List.of(castle.data(), city.data()), this::bringUp);
  }

  @AfterAll
  void endAll() {
    for (AutoCloseable each : new AutoCloseable[] {server, castle, city, browser}) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @BeforeEach
  void openThePage() {
    browser.resize(1200);
    browser.prefer("light");
    // Another address first: a change behind the hash sign alone would load nothing.
    browser.driver().get("about:blank");
    browser.driver().get(server.address().toString());
    await().atMost(PATIENCE).until(() -> element("order").isEnabled());
    await().atMost(PATIENCE).until(() -> text(CASTLE, "shop").contains("ready"));
  }

  @Test
  void anOrderIsSentToBothAndEachHopIsSeenWithoutAMouse() {
    browser.complaints();
    browser.requests();
    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    WebElement focused = browser.driver().switchTo().activeElement();
    assertThat(focused.getDomAttribute("id")).isEqualTo("order");

    focused.sendKeys(Keys.ENTER);

    awaitCell(CASTLE, "State", "DELIVERED");
    awaitCell(CITY, "State", "DELIVERED");
    for (String hop :
        List.of(
            "Order accepted",
            "Invoice written",
            "Parcel packed",
            "Parcel shipped",
            "Parcel delivered",
            "The shop says: delivered")) {
      awaitCell(CASTLE, hop, "\\d+ ms");
      awaitCell(CITY, hop, "\\d+ ms");
    }
    for (String hop :
        List.of(
            "Order's record has left the shop's outbox",
            "Parcel's record has left the tracker's outbox")) {
      awaitCell(CASTLE, hop, "no such hop");
      awaitCell(CITY, hop, "\\d+ ms");
    }
    assertThat(
            List.of(millis("Order's record has left the shop's outbox"), millis("Parcel packed")))
        .as("the tracker packs what Kafka has brought")
        .isSorted();
    assertThat(millis("Parcel packed")).isLessThanOrEqualTo(millis("Parcel shipped"));
    String own = server.address().resolve("/").toString();
    assertThat(browser.requests()).isNotEmpty().allMatch(asked -> asked.startsWith(own));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aKilledKafkaLetsTheOutboxWaitAndRevivedItTakesWhatWaited() {
    assertThat(text(CITY, "shop")).contains("outbox: 0 waiting");
    assertThat(text(CASTLE, "shop")).doesNotContain("outbox").contains("calls of listeners");
    button(CITY, "Kill kafka of the city").click();
    awaitText(CITY, "kafka", "dead");
    assertThat(city.process(City.KAFKA).isAlive()).isFalse();
    assertThat(castle.process(Castle.SHOP).isAlive()).isTrue();

    element("order").click();

    awaitCell(CASTLE, "State", "DELIVERED");
    awaitText(CITY, "shop", "outbox: 1 waiting");
    assertThat(cell(CITY, "State")).isEqualTo("PLACED");
    assertThat(cell(CITY, "Order's record has left the shop's outbox")).isEqualTo("waits");

    section(CITY).findElement(By.xpath("./button")).click();
    awaitText(CITY, "kafka", "runs");
    awaitCell(CITY, "State", "DELIVERED");
    awaitCell(CITY, "Order's record has left the shop's outbox", "\\d+ ms");
    awaitText(CITY, "shop", "outbox: 0 waiting");
  }

  @Test
  void itIsUsableInBothThemesOnAPhoneAndByThoseWhoDoNotSee() {
    for (String theme : List.of("light", "dark")) {
      browser.prefer(theme);
      assertThat(browser.barriers()).as(theme).isEmpty();
    }
    browser.resize(360);
    assertThat(browser.script("return document.documentElement.scrollWidth <= 360"))
        .isEqualTo(true);
    assertThat(
            browser.script(
                "return [...document.querySelectorAll('*')].some(it => parseFloat(getComputedStyle(it).transitionDuration) > 0 || getComputedStyle(it).animationName !== 'none')"))
        .as("nothing moves, so nobody has to ask for less of it")
        .isEqualTo(false);
  }

  /** The control: a button without a name is found. */
  @Test
  void aButtonWithoutANameWouldBeFound() {
    browser.script("document.getElementById('order').textContent = ''");

    assertThat(browser.barriers()).anyMatch(found -> found.startsWith("button-name"));
  }

  @Test
  void whoOpensThePageWithoutTheTokenCanOnlyLook() {
    browser.script("sessionStorage.clear()");
    browser.driver().get("about:blank");
    browser.driver().get(server.address().resolve("/").toString());

    await().atMost(PATIENCE).until(() -> text(CASTLE, "shop").contains("ready"));
    assertThat(browser.driver().findElements(By.tagName("button")))
        .hasSizeGreaterThan(4)
        .noneMatch(WebElement::isEnabled);
    assertThat(element("note").getText()).contains("look only", "./shop watch");
  }

  /** The control of the page's policy: what is planted neither runs nor reaches another host. */
  @Test
  void whatIsPlantedInThePageIsStopped() {
    browser.complaints();
    browser.plant();

    assertThat(browser.driver().getTitle()).isEqualTo("Gopher Shop, watched");
    await()
        .untilAsserted(
            () ->
                assertThat(browser.complaints())
                    .anyMatch(line -> line.contains("Content Security Policy")));
  }

  private void bringUp(DataDirectory data) throws InterruptedException {
    if (data.root().equals(castle.data().root())) {
      castle.bringUp(() -> new Castle(data, programs.shop(), SHIPPING, 0).processes());
    } else if (data.root().equals(city.data().root())) {
      var wishes = CityWishes.onFreePorts();
      city.bringUp(() -> new City(data, programs, SHIPPING, wishes).processes());
    } else {
      throw new CouldNotRun("There is no such shape");
    }
  }

  private static Path built(String... path) {
    return Path.of("..", "..").resolve(Path.of("", path)).toAbsolutePath().normalize();
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private WebElement element(String id) {
    return browser.driver().findElement(By.id(id));
  }

  private WebElement section(int shape) {
    return element("shapes").findElement(By.xpath("./section[" + shape + "]"));
  }

  private WebElement button(int shape, String name) {
    return section(shape).findElement(By.cssSelector("button[aria-label='" + name + "']"));
  }

  /** Asked in one step, because the page goes on writing; empty as long as there is none. */
  private String text(int shape, String process) {
    return String.valueOf(
        browser.script(
            "return document.querySelector(\"#shapes section:nth-child(%s) [data-process='%s'] .text\")?.textContent ?? ''"
                .formatted(shape, process)));
  }

  private void awaitText(int shape, String process, String part) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(text(shape, process)).contains(part));
  }

  private String cell(int shape, String hop) {
    return String.valueOf(
        browser.script(
            "return [...document.querySelectorAll('#hops tbody tr')].find(row => row.cells[0].firstChild.textContent === \"%s\")?.cells[%s].textContent ?? ''"
                .formatted(hop, shape)));
  }

  private void awaitCell(int shape, String hop, String pattern) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(cell(shape, hop)).as(hop).matches(pattern));
  }

  private long millis(String hop) {
    return Long.parseLong(cell(CITY, hop).replace(" ms", ""));
  }
}
