package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FaultyFiles;
import dev.meshsim.world.World;
import java.lang.reflect.Proxy;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** H2 shows a commit before it is on the disk; nobody may be told what could still be lost. */
class UnsyncedReadTest {

  private final AtomicReference<Runnable> beforeForce = new AtomicReference<>(() -> {});

  @Test
  void aReadWaitsUntilWhatItSawIsOnTheDisk() throws Exception {
    DurableFiles files = watching(DurableFiles.class, FaultyFiles.sound(CrashRun.ROOT));
    String layer = LayeredPath.layerOver(files);
    H2File file = new H2File(CrashRun.ROOT, "portal", files, layer, H2Settings.SYNCED);
    try (SqlStore store =
        file.open(Schema.PORTAL, "portal", World.seeded(1).stream("p", "retry"))) {
      store.read((session, snapshot) -> snapshot);
      FutureTask<Long> read = new FutureTask<>(() -> store.read((session, snapshot) -> snapshot));
      Thread reader = new Thread(read);
      AtomicReference<Thread.State> whileUnsynced = new AtomicReference<>();
      beforeForce.set(
          () -> {
            beforeForce.set(() -> {});
            reader.start();
            while (reader.getState() != Thread.State.WAITING && !read.isDone()) {
              Thread.onSpinWait();
            }
            whileUnsynced.set(reader.getState());
          });
      assertTrue(store.write((session, head) -> head.next() > 0));
      assertEquals(1, read.get(), "it saw the change");
      assertEquals(Thread.State.WAITING, whileUnsynced.get(), "and did not say so before");
    }
  }

  /** The same object, where {@code force} of a file runs a hook first. */
  private <T> T watching(Class<T> type, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (type == DurableFile.class && method.getName().equals("force")) {
                beforeForce.get().run();
              }
              Object result = method.invoke(target, arguments);
              return result instanceof DurableFile opened
                  ? watching(DurableFile.class, opened)
                  : result;
            });
    return type.cast(proxy);
  }
}
