package dev.meshsim.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that prints and writes what JMH does; the test puts it into a jar. */
public final class FakeJmh {

  private FakeJmh() {}

  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    Path file = Path.of(all.get(all.indexOf("-rff") + 1));
    if (file.getFileName().toString().startsWith("store")) {
      System.out.println("ERROR: Another JMH instance might be running.");
      System.exit(1);
    }
    System.out.println("# Benchmark: dev.meshsim.benchmark.signing.Sign.corretto");
    System.out.println("# Parameters: (spec = ED448)");
    System.out.println("# Run progress: 50.00% complete, ETA 00:00:10");
    System.out.println("# Warmup Iteration   1: <failure>");
    System.out.println();
    System.out.println("java.lang.UnsupportedOperationException: missing peer: none such");
    if (file.getFileName().toString().startsWith("log")) {
      System.out.println("# Benchmark: dev.meshsim.benchmark.log.OpenLog.open");
      System.out.println("<forked VM failed with exit code 137>");
    }
    Files.writeString(
        file,
        "["
            + row("Sign.ours", "[[10.0,10.1,9.9],[10.0,10.05,9.95]]")
            + ","
            + row("Sign.bouncyCastle", "[[20.0,20.1,19.9],[20.0,20.05,19.95]]")
            + ","
            + row("Sign.jdk", "[[100.0,300.0],[50.0,600.0]]")
            + "]",
        StandardCharsets.UTF_8);
  }

  private static String row(String method, String raw) {
    return ("{'jmhVersion':'1.37','benchmark':'dev.meshsim.benchmark.signing."
            + method
            + "','mode':'avgt','threads':1,'params':{'spec':'ED25519'},"
            + "'primaryMetric':{'scoreUnit':'us/op','rawData':"
            + raw
            + "}}")
        .replace('\'', '"');
  }
}
