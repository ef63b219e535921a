package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes a portal's logs of any size, and measures how they open. Not part of the suite; run it as
 *
 * <pre>
 * java -Xmx2g -cp ... dev.meshsim.log.LargeLog DIR ACCOUNTS
 * </pre>
 *
 * <p>It writes the logs if they are absent, one transaction for each account over both, then opens
 * them and parses the same files with Jackson, several times in turn, and prints the speeds.
 */
public final class LargeLog {

  private static final int ROUNDS = 5;
  private static final int BATCH = 500;
  private static final int PROFILE_OCTETS = 1400;

  private LargeLog() {}

  /** Makes {@code accounts} accounts with their profiles. */
  public static void make(PortalStore store, int accounts) {
    RandomStream random = World.seeded(1).stream("portal", "large log");
    for (int from = 0; from < accounts; from += BATCH) {
      int first = from;
      int end = Math.min(accounts, from + BATCH);
      store.transact(
          tx -> {
            for (int i = first; i < end; i++) {
              account(tx, i, random);
            }
            return null;
          });
    }
  }

  private static void account(PortalStore.Transaction tx, int i, RandomStream random) {
    String udf = "M" + Bytes.of(random.bytes(20)).hex().toUpperCase(java.util.Locale.ROOT);
    String name = "user%07d@example.com".formatted(i);
    String signature = Bytes.of(random.bytes(PROFILE_OCTETS * 3 / 4)).base64Url();
    String profile =
        "{\"SignedPersonalProfile\":{\"Identifier\":\"%s\",\"SignedData\":{\"payload\":\"%s\"}}}"
            .formatted(udf, signature);
    String account =
        "{\"Account\":{\"Created\":\"2019-04-04T00:00:00Z\",\"AccountID\":\"%s\",\"UserProfileUDF\":\"%s\",\"Status\":\"Open\"}}"
            .formatted(name, udf);
    java.time.Instant now = World.seeded(1).now();
    tx.put(Change.create(LogName.MESH, udf, List.of(), Bytes.utf8(profile), now));
    tx.put(
        Change.create(
            LogName.PORTAL,
            "Account$" + name,
            List.of(new IndexTerm("UDF", udf)),
            Bytes.utf8(account),
            now));
  }

  /** Makes the logs if they are absent, then measures. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Path mesh = directory.resolve(LogName.MESH.fileName());
    Path portal = directory.resolve(LogName.PORTAL.fileName());
    if (!Files.exists(mesh)) {
      try (PortalStore store = open(mesh, portal)) {
        make(store, Integer.parseInt(arguments[1]));
      }
    }
    long octets = Files.size(mesh) + Files.size(portal);
    System.out.printf("%d octets in both logs%n", octets);
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long startCpu = cpu();
      int tokens = parse(mesh) + parse(portal);
      long parsedCpu = cpu() - startCpu;
      long parsed = System.nanoTime() - start;
      start = System.nanoTime();
      startCpu = cpu();
      PortalStore store = open(mesh, portal);
      long openedCpu = cpu() - startCpu;
      long opened = System.nanoTime() - start;
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "Jackson %d MB/s (%d tokens), open %d MB/s, ratio %.2f by clock, %.2f by CPU, %d MB held%n",
          octets * 1000 / parsed,
          tokens,
          octets * 1000 / opened,
          (double) parsed / opened,
          (double) parsedCpu / openedCpu,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      store.close();
    }
  }

  /** The processor time of the whole process, collector included: other load does not change it. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static PortalStore open(Path mesh, Path portal) {
    return JlogPortalStore.open(mesh, portal, DurableFiles.real(), System.out::println);
  }

  private static int parse(Path file) throws IOException {
    int tokens = 0;
    try (java.io.InputStream in = Files.newInputStream(file);
        JsonParser parser =
            JsonFactory.builder()
                .streamReadConstraints(
                    tools.jackson.core.StreamReadConstraints.builder()
                        .maxDocumentLength(Long.MAX_VALUE)
                        .maxTokenCount(Long.MAX_VALUE)
                        .build())
                .build()
                .createParser(tools.jackson.core.ObjectReadContext.empty(), in)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
