package dev.meshsim.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The operations of the lightweight API, over HTTP and with the file store. */
class MeshLightTest {

  private static final String ALICE = Administration.ALICE;

  private final Administration home = new Administration();

  @TempDir private Path root;

  @AfterEach
  void close() {
    home.close();
  }

  private static String codeOf(Executable call) {
    return assertThrows(MeshException.class, call).code();
  }

  private LightPlace connected() {
    LightPlace place = home.place(root);
    LightRequest request = MeshLight.connect(place, ALICE);
    home.accept(request.code());
    assertTrue(MeshLight.connected(place, ALICE, request.code()).isPresent());
    return place;
  }

  @Test
  void aDeviceIsMadeOnce() {
    LightPlace place = home.place(root);
    LightDevice first = MeshLight.createDevice(place, "phone", "a telephone");
    assertEquals(List.of("phone"), first.names());
    assertEquals("a telephone", first.description());
    assertEquals(first, MeshLight.createDevice(place, "other", ""));
    assertEquals(first.udf(), MeshLight.connect(place, ALICE).device());
  }

  @Test
  void aRequestIsMadeOnceAndAnswered() {
    LightPlace place = home.place(root);
    LightRequest request = MeshLight.connect(place, ALICE);
    assertEquals(request, MeshLight.connect(place, ALICE));
    assertEquals(1, home.alice.connectPending().pending().size());
    assertEquals(home.alice.udf().text(), request.profile());
    assertEquals(Optional.empty(), MeshLight.connected(place, ALICE, request.code()));
    assertEquals(
        "session.connection-timeout",
        codeOf(() -> MeshLight.awaitConnected(place, ALICE, request.code(), Duration.ZERO)));
    assertEquals(
        "session.codes-differ",
        codeOf(() -> MeshLight.connected(place, ALICE, request.code().replace('A', 'B') + "C")));

    home.accept(request.code());
    LightProfile profile =
        MeshLight.awaitConnected(place, ALICE, request.code(), Duration.ofSeconds(5));
    assertEquals(request.device(), profile.device());
    assertEquals(2, profile.devices().size());
    assertEquals("light.no-request", codeOf(() -> MeshLight.connected(place, ALICE, "X")));
  }

  @Test
  void theProfileSaysWhatTheDeviceMayDo() {
    LightPlace place = connected();
    LightProfile profile = MeshLight.personalProfile(place, ALICE);
    assertEquals(
        Set.of(
            new LightProfile.Application(
                home.passwords.udf().text(), "PasswordProfile", true, true),
            new LightProfile.Application(
                home.others.udf().text(), "PasswordProfile", false, false)),
        Set.copyOf(profile.applications()));
    home.alice.removeApplication(home.others.udf().text());
    assertEquals(1, MeshLight.personalProfile(place, ALICE).applications().size());
  }

  @Test
  void anApplicationIsReadAndUpdated() {
    LightPlace place = connected();
    LightApplication got = MeshLight.applicationProfile(place, ALICE, home.passwords.udf().text());
    assertTrue(got.content().contains("correct horse"), got.content());
    assertFalse(got.toString().contains("correct horse"), got.toString());

    LightApplication updated =
        MeshLight.updateApplicationProfile(
            place, got, got.content().replace("correct horse", "battery staple"));
    assertEquals(updated, MeshLight.applicationProfile(place, ALICE, updated.udf()));
    home.passwords.refresh();
    assertEquals(
        "battery staple",
        home.passwords.passwordProfile().get("example.net").orElseThrow().password());
  }

  @Test
  void whatAnotherDeviceHasPublishedIsMergedOrReported() {
    LightPlace place = connected();
    LightApplication got = MeshLight.applicationProfile(place, ALICE, home.passwords.udf().text());
    home.passwords.refresh();
    home.passwords.passwordProfile().put("example.org", "alice", "tulip");
    home.passwords.update();

    LightApplication merged =
        MeshLight.updateApplicationProfile(
            place, got, got.content().replace("correct horse", "battery staple"));
    assertTrue(merged.content().contains("tulip"), merged.content());
    assertTrue(merged.content().contains("battery staple"), merged.content());

    String other = got.content().replace("correct horse", "a third one");
    assertEquals(
        "conflict.differs", codeOf(() -> MeshLight.updateApplicationProfile(place, got, other)));
    assertEquals(merged, MeshLight.applicationProfile(place, ALICE, got.udf()));
  }

  @Test
  void anUpdateThatChangesNothingPublishesNothing() {
    LightPlace place = connected();
    home.passwords.refresh();
    LightApplication got = MeshLight.applicationProfile(place, ALICE, home.passwords.udf().text());
    var before = home.alice.applicationOverview(got.udf()).updated();
    assertEquals(got, MeshLight.updateApplicationProfile(place, got, got.content()));
    assertEquals(before, home.alice.applicationOverview(got.udf()).updated());
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    LightPlace place = connected();
    LightApplication got = MeshLight.applicationProfile(place, ALICE, home.passwords.udf().text());
    MeshException bad =
        assertThrows(
            MeshException.class,
            () ->
                MeshLight.updateApplicationProfile(
                    place, got, "{\"Entries\": [{\"Password\": \"correct horse\"\n"));
    assertEquals("light.bad-content", bad.code());
    assertTrue(bad.problem().contains("line 2"), bad.problem());
    assertFalse(bad.problem().contains("correct horse"), bad.problem());
    assertEquals(
        "session.cannot-decrypt",
        codeOf(() -> MeshLight.applicationProfile(place, ALICE, home.others.udf().text())));
    assertEquals(
        "session.unknown-account",
        codeOf(() -> MeshLight.personalProfile(place, "bob@example.com")));
    assertEquals(
        "portal.refused-unknown-account",
        codeOf(() -> MeshLight.connect(place, "bob@example.com")));
    assertEquals("session.already-bound", codeOf(() -> MeshLight.connect(place, ALICE)));
    home.close();
    assertEquals("portal.unreachable", codeOf(() -> MeshLight.personalProfile(place, ALICE)));
  }

  @Test
  void theStoreIsFreeBetweenTwoCalls() {
    LightPlace place = connected();
    try (MeshMachine machine = MeshMachine.ofThisComputer("file", root)) {
      assertEquals(List.of(ALICE), machine.accounts());
      assertEquals("files.locked", codeOf(() -> MeshLight.personalProfile(place, ALICE)));
    }
    assertEquals(2, MeshLight.personalProfile(place, ALICE).devices().size());
  }
}
