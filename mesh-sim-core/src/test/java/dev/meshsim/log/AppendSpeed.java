package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
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

  /** Prints a line for each round. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 3;
    for (int round = 0; round < ROUNDS; round++) {
      double before = raw(directory, seconds / 2);
      double one = store(directory, 1, seconds);
      double after = raw(directory, seconds / 2);
      double many = store(directory, WRITERS, seconds);
      double raw = (before + after) / 2;
      System.out.printf(
          "raw %.0f (%.0f, %.0f), one writer %.0f (ratio %.2f), %d writers %.0f (ratio %.1f)%n",
          raw, before, after, one, one / raw, WRITERS, many, many / raw);
    }
  }

  private static double raw(Path directory, double seconds) throws IOException {
    Path file = directory.resolve("raw.log");
    Change change = Change.create(LogName.PORTAL, "Account$1", List.of(), TEXT, NOW);
    Octets line = new Octets(512);
    LineWriter.line(line, LineWriter.parts(change), 1, 0, false, false);
    long appends = 0;
    long start = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (System.nanoTime() - start < seconds * 1e9) {
        ByteBuffer octets = line.asBuffer();
        channel.write(octets);
        channel.force(false);
        appends++;
      }
    }
    double speed = appends * 1e9 / (System.nanoTime() - start);
    Files.delete(file);
    return speed;
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
      String key = "Account$" + writer + "/" + i;
      store.transact(
          tx -> {
            tx.put(Change.create(LogName.PORTAL, key, List.of(), TEXT, NOW));
            return null;
          });
      appends.increment();
    }
  }
}
