package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishResponse;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.testing.Once;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations of several publications that fail in the middle. */
@Once
class WholeOrNotTest {

  @ParameterizedTest
  @EnumSource
  void anApplicationWhoseContentIsTooLargeLeavesNoEntry(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    PasswordProfile large = new PasswordProfile(true);
    large.put("example.com", "alice", "x".repeat(5 * 1024 * 1024));
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> two.desktop.add(large));
    assertEquals(Status.TOO_LARGE, e.status());
    assertEquals(List.of(), listed(two.desktop));
    assertEquals(List.of(), listed(two.laptop));
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedApplicationCanBeCorrectedAndUpdatedAgain(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    PasswordProfile content = new PasswordProfile(true);
    content.put("example.com", "alice", "x".repeat(5 * 1024 * 1024));
    ApplicationSession session = two.desktop.add(content, false);
    assertThrows(PortalRefusedException.class, session::update);
    content.put("example.com", "alice", "secret");
    session.update();
    assertEquals(List.of(session.udf()), listed(two.laptop));
    assertEquals(1, two.onDesktop(session.udf()).passwordProfile().content().entries().size());
  }

  @ParameterizedTest
  @EnumSource
  void anEntryThatCannotBeWithdrawnIsNamed(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    PasswordProfile content = new PasswordProfile(true);
    content.put("example.com", "alice", "x".repeat(5 * 1024 * 1024));
    ApplicationSession session = two.desktop.add(content, false);
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.loseRequest(Transaction.PUBLISH);
    ApplicationException e = assertThrows(ApplicationException.class, session::update);
    assertEquals(ApplicationException.Code.APPLICATION_UNFINISHED, e.errorCode());
    assertTrue(e.problem().contains(session.udf().text()), e.problem());

    ApplicationException unread =
        assertThrows(ApplicationException.class, () -> two.onDesktop(session.udf()));
    assertEquals(ApplicationException.Code.APPLICATION_EMPTY, unread.errorCode());
    content.put("example.com", "alice", "secret");
    session.update();
    assertEquals(1, two.onDesktop(session.udf()).passwordProfile().content().entries().size());
  }

  @ParameterizedTest
  @EnumSource
  void anApplicationIsAddedOnceThoughEachAnswerWasLost(Dialect dialect) {
    for (int lost = 0; lost < 2; lost++) {
      TwoDevices two = new TwoDevices(dialect);
      ApplicationSession session = two.desktop.add(new PasswordProfile(true), false);
      for (int i = 0; i < lost; i++) {
        two.desktopsWay.pass(Transaction.PUBLISH);
      }
      two.desktopsWay.loseAnswer(Transaction.PUBLISH);
      assertThrows(RuntimeException.class, session::update);
      session.update();
      assertEquals(List.of(session.udf()), listed(two.laptop));
      assertEquals(0, two.onDesktop(session.udf()).passwordProfile().content().entries().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVersionIsNotEncryptedForADeviceThatLeftInTheMeantime(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    MeshSession ringSession = new MeshSession(new MeshMachineCached(two.world, "ring"), two.portal);
    PersonalSession ring = two.connect(ringSession, "ring");
    Udf lost = ring.thisDevice().identifier();
    Udf application = two.sharedApplication("base.example");
    two.onDesktop(application).addDevice(lost, false).update();
    assertEquals(
        1, ring.application(application.text()).passwordProfile().content().entries().size());
    ApplicationSession laptop = two.onLaptop(application);

    two.desktop.change((profile, at) -> profile.withoutDevice(lost, at));
    laptop.passwordProfile().put("new.example", "alice", "secret");
    laptop.update();
    assertEquals(2, two.onDesktop(application).passwordProfile().content().entries().size());
    var stored = ring.client().applicationProfile(application);
    String key =
        ringSession
            .machine()
            .device(lost)
            .map(
                d ->
                    new dev.meshsim.profile.trust.ProfileVerifier(dialect)
                        .device(d)
                        .deviceEncryptionKey()
                        .udf()
                        .text())
            .orElseThrow();
    assertFalse(stored.signedData().payload().utf8().contains(key));
  }

  @Test
  void aPortalThatRefusesAndThenGivesTheSameVersionContradictsItself() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Bytes conflict =
        MessageCodec.write(
            Dialect.MESH, new PublishResponse(Status.ALREADY_EXISTS, "another version"));
    two.desktopsWay.next(Transaction.PUBLISH, (request, to) -> conflict);
    SessionException e =
        assertThrows(SessionException.class, () -> two.desktop.add(new PasswordProfile(true)));
    assertEquals(SessionException.Code.CONTRADICTION, e.errorCode());
    assertEquals(List.of(), listed(two.desktop));

    ApplicationSession session = two.onDesktop(two.sharedApplication());
    two.desktopsWay.next(Transaction.PUBLISH, (request, to) -> conflict);
    ApplicationException same = assertThrows(ApplicationException.class, session::update);
    assertEquals(ApplicationException.Code.APPLICATION_CONTRADICTION, same.errorCode());
  }

  @Test
  void anotherVersionOfTheTimeThatIsKnownIsRefused() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    var known = two.desktop.refresh();
    var other =
        ProfileSigner.personal(
            known
                .profile()
                .withoutDevice(two.laptop.thisDevice().identifier(), known.profile().updated()),
            List.of(SessionKeys.administrator(two.desktop).key()),
            two.world.stream("test", "sign"));
    two.desktopsWay.next(
        Transaction.GET,
        (request, to) ->
            MessageCodec.write(
                Dialect.MESH,
                new GetResponse(
                    Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, List.of(other), null, null)));
    SessionException e = assertThrows(SessionException.class, two.desktop::refresh);
    assertEquals(SessionException.Code.ROLLBACK, e.errorCode());
    assertEquals(known.signed(), two.desktop.personalProfile().signed());
  }

  @Test
  void aChangeThatThePortalHasAlreadyIsNotPublishedAgain() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    two.desktop.change((profile, at) -> profile);
    assertEquals(0, two.desktopsWay.count(Transaction.GET));
    int published = two.desktopsWay.count(Transaction.PUBLISH);
    two.desktop.change((profile, at) -> profile.withoutApplication(profile.identifier(), at));
    assertEquals(published, two.desktopsWay.count(Transaction.PUBLISH));
  }

  private static List<Udf> listed(PersonalSession session) {
    return session.refresh().profile().applications().stream()
        .map(ApplicationProfileEntry::identifier)
        .toList();
  }
}
