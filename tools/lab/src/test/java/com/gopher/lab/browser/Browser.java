package com.gopher.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser without a window, and what it saw. */
public final class Browser implements AutoCloseable {

  /**
   * Which of its protocols the browser speaks does not matter: only what is in all is used. Kept
   * here, because a logger that nobody holds forgets its level.
   */
  private static final List<Logger> PROTOCOLS =
      List.of(
          Logger.getLogger("org.openqa.selenium.devtools"),
          Logger.getLogger("org.openqa.selenium.chromium.ChromiumDriver"));

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where no browser is installed; in CI that is a failure. */
  public static Browser open() {
    Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<Path> control = onPath("chromedriver");
    boolean present = browser.isPresent() && control.isPresent();
    if (!present) {
      String reason = "chromium or chromedriver is not installed, so nobody looks at the pages";
      System.out.println("Left out: " + reason);
      assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
      assumeTrue(false, reason);
    }
    PROTOCOLS.forEach(logger -> logger.setLevel(Level.SEVERE));
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--window-size=1200,900");
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(control.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** What the page complained about since the last call. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /**
   * Puts a script and a picture of another host into the page; a policy keeps both from working.
   */
  public void plant() {
    script(
        """
        const script = document.createElement('script');
        script.textContent = 'document.title = "planted"';
        const picture = document.createElement('img');
        picture.src = 'http://127.0.0.1:9/spy.png';
        document.body.append(script, picture);
        """);
  }

  /** All addresses that the page asked for since the last call. */
  public List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
        .filter(message -> message.path("method").asString().equals("Network.requestWillBeSent"))
        .map(message -> message.at("/params/request/url"))
        .map(JsonNode::asString)
        .toList();
  }

  /**
   * @param theme light or dark
   */
  public void prefer(String theme) {
    preferring("prefers-color-scheme", theme);
  }

  public void preferReducedMotion() {
    preferring("prefers-reduced-motion", "reduce");
  }

  private void preferring(String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** What keeps people from using the page, as rule and place; serious things only. */
  public List<String> barriers(String... rules) {
    var axe = rules.length == 0 ? new AxeBuilder() : new AxeBuilder().withRules(List.of(rules));
    return axe.analyze(driver).getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .map(rule -> rule.getId() + ": " + rule.getNodes())
        .toList();
  }

  public void resize(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  public Object script(String javaScript) {
    return driver.executeScript(javaScript);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
