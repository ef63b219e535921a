package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.profile.application.ssh.HostEntry;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.session.application.SshFiles;
import dev.meshsim.ssh.AuthorizedKeys;
import dev.meshsim.ssh.KnownHosts;
import dev.meshsim.ssh.SshPublicKey;
import dev.meshsim.ssh.SshTextException;
import dev.meshsim.ssh.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SSH keys of devices and hosts as files of OpenSSH. */
class SshApplicationTest {

  @TempDir Path directory;

  private TwoDevices two;
  private ApplicationSession session;

  private SshApplication application(Dialect dialect) {
    two = new TwoDevices(dialect);
    session = two.desktop.add(SSHProfilePrivate.EMPTY.withAccount("alice@example.com"), false);
    return SshApplication.of(session);
  }

  private SshFiles files() {
    return new SshFiles(DurableFiles.real(), directory.resolve("ssh"));
  }

  @ParameterizedTest
  @EnumSource
  void sshKeygenReadsTheKeyThatADeviceMade(Dialect dialect) throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    SshApplication ssh = application(dialect);
    ssh.makeKey();
    session.update();
    Path key = files().writeKey(ssh);
    String line = Files.readString(Path.of(key + ".pub"));
    assertEquals(line.split(" ")[1], keygen.run("-y", "-f", key.toString()).strip().split(" ")[1]);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    Path authorized = files().writeAuthorizedKeys(ssh);
    assertEquals(
        keygen.run("-l", "-f", key + ".pub").split(" ")[1],
        keygen.run("-l", "-f", authorized.toString()).split(" ")[1]);
    AuthorizedKeys.Key written = AuthorizedKeys.read(Files.readString(authorized)).keys().get(0);
    assertEquals(
        "mmm:alice@example.com [" + two.desktop.thisDevice().description() + "]",
        written.comment());
  }

  @Test
  void aDeviceWithoutAKeyHasNoFile() {
    SshApplication ssh = application(Dialect.MESH);
    Failing.with(ApplicationException.Code.NO_SSH_KEY, () -> files().writeKey(ssh));
    assertFalse(Files.exists(directory.resolve("ssh")));
  }

  @Test
  void hostsAreReadMergedAndWritten() throws Exception {
    SshApplication ssh = application(Dialect.MESH);
    SshPublicKey key = SshPublicKey.of(ssh.makeKey().jwk());
    KnownHosts file =
        KnownHosts.read(
            "# office\nexample.com " + key + " from home\n@revoked bad.example " + key + "\n");
    assertEquals(
        List.of("line 1: the comment # office", "line 2: the comment from home"),
        ssh.addKnownHosts(file));
    session.update();
    Path written = files().writeKnownHosts(ssh);
    assertEquals(
        "example.com " + key + "\n@revoked bad.example " + key + "\n", Files.readString(written));
    Files.writeString(written, "\nexample.com \t " + key + "\n");
    files().writeKnownHosts(ssh);
    Files.writeString(written, "mine.example " + key + "\n");
    Failing.with(SshTextException.Code.WOULD_LOSE, () -> files().writeKnownHosts(ssh));
    assertEquals("mine.example " + key + "\n", Files.readString(written));
  }

  @Test
  void twoKeysForOneHostAreRefused() {
    SshApplication ssh = application(Dialect.MESH);
    SshPublicKey one = SshPublicKey.of(ssh.makeKey().jwk());
    SshPublicKey other = SshPublicKey.of(ssh.makeKey().jwk());
    KnownHosts file = KnownHosts.read("a.example " + one + "\na.example " + other + "\n");
    var e = Failing.with(SshTextException.Code.BAD_LINE, () -> ssh.addKnownHosts(file));
    assertTrue(e.problem().contains("line 2 of known_hosts"), e.problem());
    assertEquals(List.of(), session.content(SSHProfilePrivate.class).hostEntries());
  }

  @Test
  void anEntryThatIsNoLineIsRefused() {
    SshApplication ssh = application(Dialect.MESH);
    session.change(
        SSHProfilePrivate.class,
        c -> c.with(HostEntry.of("a\nevil.example", "ssh-ed25519", "AAAA")));
    Failing.with(SshTextException.Code.BAD_LINE, ssh::knownHosts);
  }

  @Test
  void aPlantedLinkIsRefused() throws Exception {
    SshApplication ssh = application(Dialect.MESH);
    ssh.makeKey();
    session.update();
    Path key = files().writeKey(ssh);
    Path target = Files.writeString(directory.resolve("target"), "untouched");
    for (Path file : List.of(key, key.resolveSibling("known_hosts"))) {
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, target);
    }
    Failing.with(FilesException.Code.NOT_A_FILE, () -> files().writeKey(ssh));
    Failing.with(FilesException.Code.NOT_A_FILE, () -> files().writeKnownHosts(ssh));
    assertEquals("untouched", Files.readString(target));
  }
}
