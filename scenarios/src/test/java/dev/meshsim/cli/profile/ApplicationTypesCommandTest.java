package dev.meshsim.cli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.jlog.JlogPortalStoreProvider;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.session.ApplicationSample;
import dev.meshsim.session.TwoDevices;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applications of every type on the command line. */
class ApplicationTypesCommandTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void logsAndProfilesOfEveryTypeAreVerifiedAndOpened(Dialect dialect) throws IOException {
    MemoryMachineStore store = new MemoryMachineStore(StoreMode.TEST);
    Path logs = Files.createDirectory(directory.resolve("logs"));
    try (var portal = new JlogPortalStoreProvider().open(logs, World.seeded(13), warning -> {})) {
      TwoDevices two = new TwoDevices(dialect, portal, store);
      for (ApplicationSample<?> sample : ApplicationSample.all()) {
        two.desktop.add(put(sample), true);
        two.later();
      }
      ApplicationSession session = two.desktop.add(SSHProfilePrivate.EMPTY, false);
      SshApplication.of(session).makeKey();
      session.update();
      write("personal.json", dialect, two.desktop.personalProfile().signed());
      write("ssh.json", dialect, two.desktop.applicationOverview(session.udf().text()).signed());
      Udf key = two.desktop.thisDevice().deviceEncryptionKey().udf();
      try (SecretBytes jwk =
          new MeshMachine(two.world, "desktop", store).privateKey(key).toJson(key.text())) {
        Files.write(directory.resolve("device.json"), jwk.expose());
      }
    }
    Cli opened =
        Cli.run(
            "profile",
            "open",
            path("ssh.json"),
            "--keys",
            path("device.json"),
            "--owner",
            path("personal.json"));
    assertEquals(0, opened.code(), opened.errors());
    List<String> lines = opened.out().lines().toList();
    assertEquals("{\"SSHProfilePrivate\":{\"HostEntries\":[]}}", lines.get(0));
    assertTrue(lines.get(1).startsWith("{\"SSHDevicePrivate\":{"), opened.out());
    List<String> verify = new ArrayList<>(List.of("log", "verify"));
    try (Stream<Path> files = Files.list(logs)) {
      files.map(Path::toString).filter(name -> name.endsWith(".jlog")).forEach(verify::add);
    }
    Cli verified = Cli.run(verify.toArray(String[]::new));
    assertEquals(0, verified.code(), verified.out() + verified.errors());
  }

  private static <C extends Record> C put(ApplicationSample<C> sample) {
    return sample.put(sample.empty(), "name", "value");
  }

  private void write(String name, Dialect dialect, Object object) throws IOException {
    Bytes text = dialect.json().write(object);
    Files.write(directory.resolve(name), text.toArray());
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }
}
