package dev.meshsim.report.bench.page;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.bench.JmhReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs with peers, targets, growth and history, for tests of the page. */
public final class BenchRuns {

  private static final String PACKAGE = "dev.meshsim.benchmark.";

  private BenchRuns() {}

  /** Two runs, of which the second is a tenth slower. */
  public static List<MeasuredRun> two() {
    return List.of(run("base", 1), run("head", 1.1));
  }

  private static MeasuredRun run(String name, double factor) {
    List<String> rows = new ArrayList<>();
    String share = "\"bits\":\"128\",\"quorum\":\"3of5\"";
    rows.add(row("share.ShareCombine.ours", share, 110 * factor));
    rows.add(row("share.ShareCombine.codahale", share, 3000));
    rows.add(row("share.ShareCombine.bouncyCastleNativeWithAVeryLongName", share, 1600));
    for (int accounts : new int[] {1000, 10_000, 100_000}) {
      for (String store : new String[] {"memory", "jlog"}) {
        String parameters = "\"accounts\":\"" + accounts + "\",\"store\":\"" + store + "\"";
        rows.add(row("portal.AccountsInUse.get", parameters, 20_000 * factor + accounts / 100.0));
      }
    }
    rows.add(row("elsewhere.Odd</script><b>.ours", "\"p\":\"../../<i>&\"", 5));
    String machine =
        "{\"cpu\":\"A <processor>\",\"commit\":\"0123\",\"warnings\":[\"the machine is busy\","
            + "\"A.b: too wide to mean anything\"],"
            + "\"failures\":[{\"benchmark\":\"Sign.corretto\",\"reason\":\"missing peer: none\"}]}";
    return MeasuredRun.of(
        name,
        JmhReader.read(name, Bytes.utf8("[" + String.join(",", rows) + "]")),
        Bytes.utf8(machine));
  }

  private static String row(String method, String parameters, double value) {
    return ("{\"jmhVersion\":\"1.37\",\"benchmark\":\"%s\",\"mode\":\"avgt\",\"threads\":1,"
            + "\"params\":{%s},\"primaryMetric\":{\"scoreUnit\":\"ns/op\",\"rawData\":"
            + "[[%s,%s],[%s,%s]]}}")
        .formatted(PACKAGE + method, parameters, value, value * 1.02, value * 0.98, value * 1.01);
  }

  /** Writes the report and returns its page. */
  public static Path write(Path directory) throws IOException {
    for (Map.Entry<String, Bytes> file : BenchReport.files(two()).entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().toArray());
    }
    return directory.resolve(BenchReport.INDEX);
  }
}
