package com.gopher.lab.frontpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.lab.browser.Browser;
import com.gopher.lab.system.SystemUnderTest;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.City;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The page that the shop's own address shows, in a real browser, against a started castle; what
 * goes to and fro is tried through a gateway too.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("seconds")
class FrontPageInBrowserTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Long enough to cancel an order on a busy machine, and to lose the connection in between. */
  private static final Map<String, String> SHIPPING =
      Map.of("SHIPPING_PREPARING", "5s", "SHIPPING_TRANSIT", "1s");

  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir private static Path directory;
  private SystemUnderTest castle;
  private Browser browser;

  @BeforeAll
  void startTheCastle() throws InterruptedException {
    browser = Browser.open();
    castle = new SystemUnderTest(directory, new Console(NOWHERE, NOWHERE, false));
    bringUp(0);
  }

  @AfterAll
  void endAll() {
    if (castle != null) {
      castle.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openThePage() {
    browser.resize(1200);
    browser.prefer("light");
    openThePageOf(Castle.SHOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {Castle.SHOP, City.GATEWAY})
  void anOrderIsPlacedAndFollowedToTheDoorWithoutAMouse(String door) {
    String url = openThePageOf(door);
    browser.complaints();
    browser.requests();
    assertThat(element("shape").getText()).contains("castle", "one process");
    assertThat(element("health").getText()).isEqualTo("Health: UP");

    reachByKeyboard("place").sendKeys(Keys.ENTER);

    awaitDone("Order stored", "Invoice written", "Parcel packed", "Shipped", "Delivered");
    assertThat(element("now").getText()).isEqualTo("The parcel is delivered.");
    assertThat(element("trace").getText()).matches("[0-9a-f]{32}");
    assertThat(element("tracking-number").getText()).startsWith("GT-");
    assertThat(browser.driver().findElements(By.cssSelector("#castle .reached")))
        .hasSize(4)
        .allMatch(WebElement::isDisplayed);
    assertThat(browser.driver().findElement(By.cssSelector("#castle .parcel")).isDisplayed())
        .isTrue();
    assertThat(browser.requests()).isNotEmpty().allMatch(asked -> asked.startsWith(url));
    assertThat(browser.complaints())
        .as("a parcel that is not known yet is looked for again")
        .allMatch(line -> line.contains("/api/tracking/") && line.contains("404"));
  }

  @Test
  void anOrderIsCancelled() {
    element("place").click();
    await().atMost(PATIENCE).until(() -> element("cancel").isEnabled());
    element("cancel").click();

    awaitDone("Order stored", "Cancelled");
    assertThat(element("now").getText()).isEqualTo("The order is cancelled.");
    assertThat(element("cancel").isEnabled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {Castle.SHOP, City.GATEWAY})
  void aShopThatDiesIsSaidAndTheOrderIsFollowedOnWhenItIsBack(String door)
      throws InterruptedException {
    openThePageOf(door);
    element("place").click();
    awaitDone("Order stored");

    castle.kill(Castle.SHOP);
    await().atMost(PATIENCE).until(() -> element("problem").isDisplayed());
    assertThat(element("problem").getText()).contains("interrupted", "./shop status");
    bringUp(castle.process(City.GATEWAY).url().getPort());

    awaitDone("Order stored", "Shipped", "Delivered");
    assertThat(element("problem").isDisplayed()).isFalse();
  }

  @Test
  void itIsUsableInBothThemesOnAPhoneAndByThoseWhoDoNotSee() {
    for (String theme : List.of("light", "dark")) {
      browser.prefer(theme);
      assertThat(browser.barriers()).as(theme).isEmpty();
    }
    browser.resize(360);
    await()
        .untilAsserted(
            () ->
                assertThat(browser.script("return document.documentElement.scrollWidth <= 360"))
                    .isEqualTo(true));
  }

  @Test
  void theDescriptionOfTheApiIsShownUnderItsPolicy() {
    browser.complaints();

    browser.driver().get(castle.process(Castle.SHOP).url() + "/docs");

    await()
        .atMost(PATIENCE)
        .until(() -> !browser.driver().findElements(By.cssSelector(".opblock-summary")).isEmpty());
    assertThat(browser.complaints()).isEmpty();
  }

  /** The control: a label taken away is found. */
  @Test
  void aListOfBooksWithoutALabelWouldBeFound() {
    browser.script("document.querySelector('label').remove()");

    assertThat(browser.barriers()).anyMatch(found -> found.startsWith("select-name"));
  }

  @Test
  void theParcelDoesNotFlyForThoseWhoWantNoMotion() {
    String motion = "return getComputedStyle(document.querySelector('.parcel')).transitionDuration";
    assertThat(browser.script(motion)).isNotEqualTo("0s");

    browser.preferReducedMotion();

    assertThat(browser.script(motion)).isEqualTo("0s");
  }

  /** The control of the page's policy: what is planted neither runs nor reaches another host. */
  @Test
  void whatIsPlantedInThePageIsStopped() {
    browser.complaints();
    browser.plant();

    assertThat(browser.driver().getTitle()).isEqualTo("Gopher Shop");
    await()
        .untilAsserted(
            () ->
                assertThat(browser.complaints())
                    .anyMatch(line -> line.contains("Content Security Policy")));
  }

  private void bringUp(int port) throws InterruptedException {
    List<String> shop = command("monolith", "gopher-shop.jar");
    List<String> gateway = command("gateway", "gateway.jar");
    castle.bringUp(
        () -> new Castle(castle.data(), shop, SHIPPING, port, () -> gateway).processes());
  }

  private static List<String> command(String module, String name) {
    Path jar = Path.of("..", "..", module, "target", name).toAbsolutePath();
    return List.of(Jdk.current().java(), "-jar", jar.normalize().toString());
  }

  private String openThePageOf(String process) {
    String url = castle.process(process).url().toString();
    browser.driver().get(url);
    await().atMost(PATIENCE).until(() -> element("place").isEnabled());
    return url;
  }

  private WebElement element(String id) {
    return browser.driver().findElement(By.id(id));
  }

  private WebElement reachByKeyboard(String id) {
    for (int step = 0; step < 10; step++) {
      browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
      WebElement focused = browser.driver().switchTo().activeElement();
      if (id.equals(focused.getDomAttribute("id"))) {
        return focused;
      }
    }
    throw new AssertionError("The keyboard does not reach " + id);
  }

  private void awaitDone(String... steps) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(browser.driver().findElements(By.cssSelector("#way li.done .name")))
                    .extracting(WebElement::getText)
                    .contains(steps));
  }
}
