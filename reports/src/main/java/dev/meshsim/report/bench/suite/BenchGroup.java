package dev.meshsim.report.bench.suite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The groups of benchmarks: each is a package of the module {@code benchmarks}. */
public enum BenchGroup {
  SHARE(
      "How long do splitting and combining a secret take, beside three other implementations?",
      List.of(
          "ShareCombine\\.(ours|codahale|bouncyCastleTable|bigInteger)$",
          "ShareSplit\\.(ours|bareRandomOctets|codahale)$"),
      List.of("bits=128", "quorum=3of5")),
  SIGNING(
      "What do our signatures and encryption cost beyond the bare primitives, and beside Nimbus?",
      List.of(
          "signing\\.(Sign|Verify)\\.(ours|bouncyCastle)$",
          "JwsOverhead\\.",
          "JwsAgainstNimbus\\."),
      List.of("spec=ED25519", "octets=1900")),
  LOG(
      "How close are durable appends and the opening of a log to the bare disk and a bare parser?",
      List.of("DurableAppendOneWriter\\.", "OpenLog\\."),
      List.of("store=jlog", "accounts=5000")),
  STORE(
      "What does each store of machines and portals cost, beside a bare database and plain maps?",
      List.of("MachineCommit\\.commit$"),
      List.of("store=memory,file")),
  PORTAL(
      "How long does a transaction take, signed and not, and does it grow with the accounts?",
      List.of("PortalRequests\\.(get|signedRoundTrip|bareSignatures)$"),
      List.of("accounts=1000")),
  FLOW(
      "How long do whole flows take: profiles, devices that join, scenarios, populations?",
      List.of("ExampleGeneratorFlow\\.whole$", "ScenarioOverhead\\.empty$"),
      List.of());

  private final String question;
  private final List<String> quick;
  private final List<String> parameters;

  BenchGroup(String question, List<String> quick, List<String> parameters) {
    this.question = question;
    this.quick = quick;
    this.parameters = parameters;
  }

  /** The name, as the command takes it: {@code share}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The question that its rows answer. */
  public String question() {
    return question;
  }

  /** JMH's arguments that choose all rows of the group. */
  public List<String> fullArguments() {
    return List.of("\\.benchmark\\." + label() + "\\.");
  }

  /** JMH's arguments that choose the rows that say most, and measure them briefly. */
  public List<String> quickArguments() {
    Stream<String> chosen = parameters.stream().flatMap(each -> Stream.of("-p", each));
    // Within the first three seconds the JVM compiles hot loops once more, and a row may take ten
    // times as long meanwhile.
    Stream<String> brief =
        Stream.of("-f", "2", "-wi", "20", "-w", "200ms", "-i", "5", "-r", "100ms");
    return Stream.concat(quick.stream(), Stream.concat(chosen, brief)).toList();
  }

  /** The group of a label. */
  public static Optional<BenchGroup> named(String label) {
    return Stream.of(values()).filter(group -> group.label().equals(label)).findFirst();
  }

  /** All labels. */
  public static List<String> labels() {
    return Stream.of(values()).map(BenchGroup::label).toList();
  }

  /** The group of a benchmark, by the last part of its package; empty for others' benchmarks. */
  public static Optional<BenchGroup> of(String benchmark) {
    return Stream.of(values())
        .filter(group -> benchmark.contains(".benchmark." + group.label() + "."))
        .findFirst();
  }
}
