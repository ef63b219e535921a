package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.AddHasCdp;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriverCommandExecutor;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * A headless Chromium with its driver, both as they are installed. It starts with an empty profile
 * and asks the network for nothing.
 */
final class Browser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Selenium's own class for it would look for Selenium Manager, which is left out. */
  private static final class Driver extends RemoteWebDriver {

    private final HasCdp commands;

    private Driver(ChromeDriverService service, ChromeOptions options) {
      super(
          new ChromiumDriverCommandExecutor(service, new AddHasCdp().getAdditionalCommands()),
          options);
      commands = new AddHasCdp().getImplementation(getCapabilities(), getExecuteMethod());
    }
  }

  private final Driver driver;

  private Browser(Driver driver) {
    this.driver = driver;
  }

  /** Starts the browser; where it is not installed the test is skipped and says so. */
  static Browser start(Path profile) {
    Optional<Path> chromium = installed("chromium", "chromium-browser");
    Optional<Path> driver = installed("chromedriver");
    assumeTrue(chromium.isPresent(), "skipped: Chromium is not installed (Debian: chromium)");
    assumeTrue(
        driver.isPresent(), "skipped: its driver is not installed (Debian: chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(FLAGS);
    options.addArguments("--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.get().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new Driver(service, options));
  }

  private static Optional<Path> installed(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(path.split(File.pathSeparator))
                    .filter(directory -> !directory.isEmpty())
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void open(String address) {
    driver.get("about:blank");
    driver.get(address);
  }

  /** The address without the directory. */
  String address() {
    String address = String.valueOf(driver.getCurrentUrl());
    return address.substring(address.lastIndexOf("/report/") + "/report/".length());
  }

  /** Presses keys wherever the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  void escape() {
    press(Keys.ESCAPE);
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** The texts of the elements that are seen. */
  List<String> texts(String selector) {
    Object texts =
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".filter((element) => element.getClientRects().length > 0)"
                + ".map((element) => element.innerText.trim())",
            selector);
    return ((List<?>) texts).stream().map(String::valueOf).toList();
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    driver.commands.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /** Prefers a {@code light} or a {@code dark} page. */
  void prefer(String scheme) {
    driver.commands.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Lets pages run their scripts, or not. */
  void scripts(boolean allowed) {
    driver.commands.executeCdpCommand(
        "Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Everything that the browser has logged since the last call. */
  List<String> log() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(Object::toString)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
