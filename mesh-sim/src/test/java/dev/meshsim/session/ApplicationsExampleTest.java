package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.profile.application.catalog.BookmarkEntry;
import dev.meshsim.profile.application.catalog.BookmarkProfilePrivate;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.session.application.SshFiles;
import dev.meshsim.udf.Udf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in {@code docs/applications.md}, which quotes its first two methods. */
class ApplicationsExampleTest {

  private static final Instant NOW = Instant.parse("2019-04-04T00:00:00Z");

  @TempDir private Path home;

  Udf bookmarks(PersonalSession alice, Udf laptop) {
    var first = BookmarkEntry.of("b1", NOW, "The Mesh", "https://mathmesh.com");
    ApplicationSession bookmarks = alice.add(BookmarkProfilePrivate.EMPTY.with(first), true);
    alice.addToApplications(laptop, List.of(ApplicationChoice.administering(bookmarks.udf())));
    return bookmarks.udf();
  }

  void ssh(PersonalSession alice, Path directory) {
    ApplicationSession session = alice.add(SSHProfilePrivate.EMPTY, false);
    SshApplication ssh = SshApplication.of(session);
    ssh.makeKey();
    session.update();
    SshFiles files = new SshFiles(DurableFiles.real(), directory);
    files.writeKey(ssh);
    files.writeAuthorizedKeys(ssh);
    files.writeKnownHosts(ssh);
  }

  @Test
  void bookmarksAreSharedAndChangedOnTheOtherDevice() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Udf udf = bookmarks(two.desktop, two.laptop.thisDevice().identifier());
    two.later();
    ApplicationSession laptop = two.onLaptop(udf);
    laptop.change(BookmarkProfilePrivate.class, content -> content.without("b1")).update();
    assertEquals(
        BookmarkProfilePrivate.EMPTY, two.onDesktop(udf).content(BookmarkProfilePrivate.class));
  }

  @Test
  void theFilesOfSshAreWritten() throws Exception {
    ssh(new TwoDevices(Dialect.MESH).desktop, home.resolve("ssh"));
    try (var names = Files.list(home.resolve("ssh"))) {
      assertEquals(4, names.count());
    }
    assertTrue(Files.readString(home.resolve("ssh/authorized_keys")).startsWith("ssh-ed25519 "));
  }
}
