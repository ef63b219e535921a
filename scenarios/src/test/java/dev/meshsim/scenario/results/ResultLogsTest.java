package dev.meshsim.scenario.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs among the results are written like any others, but for the forces. */
class ResultLogsTest {

  @TempDir private Path directory;

  @Test
  void everyOperationButTheForcesIsPassedOn() throws Exception {
    List<String> calls = new ArrayList<>();
    DurableFiles files =
        new ResultLogs.Unforced(recording(DurableFiles.class, DurableFiles.real(), calls));
    Path file = directory.resolve("a");
    files.replace(file, new byte[] {1, 2, 3});
    assertEquals(3, Files.size(file));
    assertTrue(calls.containsAll(List.of("create", "move")), calls + "");
    assertTrue(!calls.contains("force") && !calls.contains("forceDirectory"), calls + "");
    try (DurableFile open = files.open(file)) {
      open.truncate(1);
      open.write(ByteBuffer.wrap(new byte[] {9}), 1);
      open.force();
      assertEquals(2, open.size());
    }
    assertTrue(calls.containsAll(List.of("truncate", "write", "size", "close")), calls + "");
    assertTrue(!calls.contains("force"), calls + "");
  }

  private static <T> T recording(Class<T> type, T real, List<String> calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              Object result = method.invoke(real, arguments);
              return result instanceof DurableFile file
                  ? recording(DurableFile.class, file, calls)
                  : result;
            }));
  }
}
