package dev.meshsim.cli;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.KeyShare;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A person's encrypted objects as files, made in one dialect: {@code entry.json}, {@code
 * application.json}, {@code personal.json} and the device's encryption key, {@code device.json}.
 */
public final class ClosedFiles {

  public static final String CONTENT =
      "{\"PasswordProfilePrivate\":{\"Entries\":[{\"Sites\":[\"example.com\"],"
          + "\"Username\":\"alice\",\"Password\":\"secret\"}],\"NeverAsk\":[]}}";

  private final Path directory;
  private final Dialect dialect;
  private final List<String> shares;
  private final List<String> otherShares;
  private final Udf profile;

  private ClosedFiles(
      Path directory, Dialect dialect, List<String> shares, List<String> otherShares, Udf profile) {
    this.directory = directory;
    this.dialect = dialect;
    this.shares = shares;
    this.otherShares = otherShares;
    this.profile = profile;
  }

  public static ClosedFiles make(Path directory, Dialect dialect) {
    SeededWorld world = World.seeded(dialect.ordinal() + 2016);
    MeshMachineCached machine = new MeshMachineCached(world, "desktop");
    MeshSession session =
        new MeshSession(
            machine, MeshPortalDirect.open(world, "example.com", dialect, new MemoryPortalStore()));
    DeviceRegistration device = session.createDevice("Alice Desktop", "A desktop computer");
    PersonalProfile profile = new PersonalProfile(device.deviceProfile());
    PersonalSession alice = session.createAccount("alice@example.com", profile);
    PasswordProfile passwords = new PasswordProfile(true);
    ApplicationSession application = alice.add(passwords, false);
    application.addDevice(device.udf(), true);
    passwords.put("example.com", "alice", "secret");
    application.update();
    OfflineEscrowEntry entry = new OfflineEscrowEntry(profile, 2, 4);
    OfflineEscrowEntry other = new OfflineEscrowEntry(profile, 2, 4);
    ClosedFiles files =
        new ClosedFiles(
            directory,
            dialect,
            entry.keyShares().stream().map(KeyShare::text).toList(),
            other.keyShares().stream().map(KeyShare::text).toList(),
            alice.udf());
    files.write("entry.json", dialect.json().write(entry.sealed()));
    files.write("application.json", dialect.json().write(machine.applications(alice.udf()).get(0)));
    files.write("personal.json", dialect.json().write(machine.personal(alice.udf()).orElseThrow()));
    Udf key = alice.thisDevice().deviceEncryptionKey().udf();
    try (SecretBytes jwk = machine.privateKey(key).toJson(key.text())) {
      files.write("device.json", Bytes.of(jwk.expose()));
    }
    return files;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The fingerprint of the master signature key. */
  public Udf profile() {
    return profile;
  }

  /** The shares of the secret of {@code entry.json}; two recover it. */
  public List<String> shares() {
    return shares;
  }

  /** The shares of another entry's secret. */
  public List<String> otherShares() {
    return otherShares;
  }

  public String path(String name) {
    return directory.resolve(name).toString();
  }

  public String text(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String write(String name, String text) {
    return write(name, Bytes.utf8(text));
  }

  private String write(String name, Bytes text) {
    try {
      return Files.write(directory.resolve(name), text.toArray()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
