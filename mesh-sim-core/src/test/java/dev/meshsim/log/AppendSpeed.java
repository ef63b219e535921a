package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures durable appends against a bare append and force of the same octets, in turn. Not part of
 * the suite; run it as
 *
 * <pre>
 * java -cp ... dev.meshsim.log.AppendSpeed DIR [SECONDS]
 * </pre>
 */
public final class AppendSpeed {

  private static final int ROUNDS = 5;
  private static final int WRITERS = 64;
  private static final Instant NOW = World.seeded(1).now();
  private static final Bytes TEXT = Bytes.utf8("{\"Account\":{\"a\":\"" + "x".repeat(300) + "\"}}");

  private AppendSpeed() {}

  /** Prints two lines for each round. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 3;
    store(directory, WRITERS, seconds); // to warm up
    for (int round = 0; round < ROUNDS; round++) {
      double raw = alone(directory, seconds);
      double many = store(directory, WRITERS, seconds);
      System.out.printf("  %d writers / raw %.1f%n", WRITERS, many / raw);
    }
  }

  /** One writer and the bare operations take turns, so that the disk's moods hit both alike. */
  private static double alone(Path directory, double seconds) throws IOException {
    Path file = directory.resolve("raw.log");
    Path mesh = directory.resolve("speed-mesh.jlog");
    Path portal = directory.resolve("speed-portal.jlog");
    LineWriter.Parts parts =
        LineWriter.parts(Change.create(LogName.PORTAL, "Account$0/1", List.of(), TEXT, NOW));
    Octets line = new Octets(512);
    LineWriter.line(line, parts, 1000, 0, false, false);
    long[] raw = new long[1 << 20];
    long[] store = new long[1 << 20];
    int n = 0;
    long start = System.nanoTime();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        PortalStore open =
            JlogPortalStore.open(mesh, portal, DurableFiles.real(), System.out::println)) {
      while (n < raw.length && System.nanoTime() - start < 2 * seconds * 1e9) {
        // Who comes second may find the disk busy with the first, so they change places.
        boolean rawFirst = n % 2 == 0;
        if (rawFirst) {
          raw[n] = raw(channel, line);
        }
        store[n] = put(open, "Account$0/" + n);
        if (!rawFirst) {
          raw[n] = raw(channel, line);
        }
        n++;
      }
    }
    Files.delete(file);
    Files.delete(mesh);
    Files.delete(portal);
    double rawMedian = median(raw, n);
    double storeMedian = median(store, n);
    System.out.printf(
        "%d turns: raw %.0f us, one writer %.0f us, ratio %.2f (medians)%n",
        n, rawMedian / 1000, storeMedian / 1000, rawMedian / storeMedian);
    return 1e9 * n / java.util.Arrays.stream(raw, 0, n).sum();
  }

  private static double median(long[] times, int n) {
    long[] sorted = java.util.Arrays.copyOf(times, n);
    java.util.Arrays.sort(sorted);
    return sorted[n / 2];
  }

  private static long raw(FileChannel channel, Octets line) throws IOException {
    long before = System.nanoTime();
    channel.write(line.asBuffer());
    channel.force(false);
    return System.nanoTime() - before;
  }

  private static long put(PortalStore store, String key) {
    long before = System.nanoTime();
    store.transact(
        tx -> {
          tx.put(Change.create(LogName.PORTAL, key, List.of(), TEXT, NOW));
          return null;
        });
    return System.nanoTime() - before;
  }

  private static double store(Path directory, int writers, double seconds) throws Exception {
    Path mesh = directory.resolve("speed-mesh.jlog");
    Path portal = directory.resolve("speed-portal.jlog");
    LongAdder appends = new LongAdder();
    long start = System.nanoTime();
    WorkCount work;
    try (PortalStore store =
        JlogPortalStore.open(mesh, portal, DurableFiles.real(), System.out::println)) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < writers; t++) {
        int writer = t;
        Thread thread = new Thread(() -> append(store, writer, start, seconds, appends));
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      work = store.counts();
    }
    double speed = appends.sum() * 1e9 / (System.nanoTime() - start);
    System.out.printf(
        "  %d writers: %d appends, %d forces%n", writers, appends.sum(), work.syncs());
    Files.delete(mesh);
    Files.delete(portal);
    return speed;
  }

  private static void append(
      PortalStore store, int writer, long start, double seconds, LongAdder appends) {
    for (int i = 0; System.nanoTime() - start < seconds * 1e9; i++) {
      put(store, "Account$" + writer + "/" + i);
      appends.increment();
    }
  }
}
