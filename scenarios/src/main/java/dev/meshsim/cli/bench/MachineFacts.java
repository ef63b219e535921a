package dev.meshsim.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of the machine that numbers depend on; what cannot be read is {@code unknown}. */
final class MachineFacts {

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path GOVERNOR =
      Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
  private static final String UNKNOWN = "unknown";

  private MachineFacts() {}

  /** The facts, in the order in which they are shown. */
  static Map<String, String> read(String commit) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cpu", cpu());
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("governor", first(GOVERNOR));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("jdk", System.getProperty("java.vm.version"));
    facts.put("vm", System.getProperty("java.vm.name"));
    facts.put("vendor", System.getProperty("java.vendor"));
    facts.put("flags", flags());
    facts.put("providers", providers());
    facts.put("commit", commit);
    return facts;
  }

  /** The load of the last minute; less than zero if it is not known. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /**
   * The options that the environment adds to every JVM; the benchmarks' own options are in their
   * results.
   */
  private static String flags() {
    String flags =
        Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
            .map(System.getenv()::get)
            .filter(value -> value != null && !value.isEmpty())
            .collect(Collectors.joining(" "));
    return flags.isEmpty() ? "none" : flags;
  }

  private static String providers() {
    return Arrays.stream(Security.getProviders())
        .map(Provider::toString)
        .map(text -> text.replace(" version ", " "))
        .collect(Collectors.joining(", "));
  }

  private static String cpu() {
    return lines(CPU).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch", UNKNOWN));
  }

  private static String first(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? UNKNOWN : lines.get(0);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
  }
}
