package dev.meshsim.session;

import static dev.meshsim.session.WatchedPortal.memory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachinePins;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.transparency.DroppedEvidence;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.ForkEvidence;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.RolledBackEvidence;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import dev.meshsim.udf.Udf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions check what their portal shows them against its log. */
class WatchedPortalTest {

  @TempDir Path directory;

  private WatchedPortal home;

  private void home(Dialect dialect) {
    home = new WatchedPortal(dialect, directory);
  }

  private static Evidence proved(Code code, Executable action) {
    TransparencyException.Proved failure = assertThrows(TransparencyException.Proved.class, action);
    assertEquals(code, failure.errorCode());
    Evidence evidence = Evidence.read(failure.evidence());
    assertEquals(failure.problem(), evidence.judge());
    return evidence;
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPortalThatKeepsItsLogIsBelieved(Dialect dialect) {
    home(dialect);
    home.desktop.add(new PasswordProfile(true));
    home.later();
    home.laptop.refresh();
    home.desktop.refresh();
    home.desktop.add(new PasswordProfile(true));
    assertFalse(memory(home.desktopMachine).receipts().isEmpty());
    home.later();
    for (MeshMachine machine : home.machines()) {
      home.laptop.refresh();
      home.desktop.refresh();
      LogMemory memory = memory(machine);
      assertEquals(0, memory.receipts().size(), machine.name());
      assertTrue(memory.of("mesh", home.desktop.udf().text()).isPresent());
    }
    boolean inObjects =
        SeenCheckpoint.in(dialect, home.desktop.personalProfile().signed().signedData())
            .filter(note -> note.startsWith("example.com\n"))
            .isPresent();
    assertEquals(dialect == Dialect.MESH, inObjects);
  }

  @Test
  void anApplicationThatIsEncryptedAnewSaysWhatWasSeen() {
    home(Dialect.MESH);
    Udf application = home.desktop.add(new PasswordProfile(true)).udf();
    Udf device = home.laptop.thisDevice().identifier();
    home.desktop.addToApplications(device, List.of(ApplicationChoice.reading(application)));
    home.later();
    home.desktop.removeDevice(device);
    var signed = home.desktop.client().applicationProfile(application).signedData();
    assertTrue(SeenCheckpoint.in(Dialect.MESH, signed).isPresent());
    assertEquals(
        Optional.of(ReplacedVersion.digest(home.desktop.personalProfile().signed())),
        ReadersVersion.in(Dialect.MESH, signed));
  }

  @Test
  void anOlderStateIsNoticed() {
    home(Dialect.MESH);
    home.goesBack();
    assertInstanceOf(
        RolledBackEvidence.class, proved(Code.ROLLED_BACK, () -> home.desktop.refresh()));
    // The machine keeps what it knew: the failure does not go away.
    proved(Code.ROLLED_BACK, () -> home.desktop.refresh());
    home.desktopWay.leadsTo(home.portal);
    home.desktop.refresh();
  }

  @Test
  void anOldCheckpointThatIsShownAgainIsNoticedWithoutEvidence() {
    home(Dialect.MESH);
    home.desktop.refresh();
    MeshPortalDirect old = home.branch();
    home.desktop.add(new PasswordProfile(true));
    home.later();
    home.desktop.refresh();
    home.desktopWay.leadsTo(old);
    TransparencyException failure =
        (TransparencyException) Failing.with(Code.ROLLED_BACK, () -> home.desktop.refresh());
    assertFalse(failure instanceof TransparencyException.Proved);
  }

  @Test
  void anHonestPortalStopsWhenAClientHasSeenMore() {
    home(Dialect.MESH);
    MeshPortalDirect old = home.branch();
    home.desktop.add(new PasswordProfile(true));
    home.later();
    home.desktop.refresh();
    home.desktopWay.leadsTo(old);
    home.laptopWay.leadsTo(old);
    home.laptop.refresh();
    PortalRefusedException refused =
        assertThrows(PortalRefusedException.class, () -> home.desktop.transfer());
    assertEquals("portal.refused-log-lost", refused.code());
    assertThrows(PortalRefusedException.class, () -> home.laptop.refresh());
  }

  @Test
  void twoHistoriesAreNoticed() {
    home(Dialect.MESH);
    home.forks();
    assertInstanceOf(ForkEvidence.class, proved(Code.FORKED, () -> home.desktop.refresh()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void twoHistoriesAcrossChangesOfKeysAreNoticed(int changes) {
    home(Dialect.MESH);
    home.forks();
    for (int i = 0; i < changes; i++) {
      home.portal.keyring().change(Suite.ED25519);
    }
    for (int i = 0; i < 2; i++) {
      ForkEvidence evidence =
          assertInstanceOf(ForkEvidence.class, proved(Code.FORKED, () -> home.desktop.refresh()));
      List<Bytes> statements = evidence.statements();
      assertEquals(changes + 1, statements == null ? 0 : statements.size());
    }
    home.portal.keyring().change(Suite.ED25519);
    proved(Code.FORKED, () -> home.desktop.refresh());
    assertEquals(changes + 1, memory(home.desktopMachine).earlierStatements().size());
  }

  @Test
  void aDroppedRecordIsNoticed() {
    home(Dialect.MESH);
    home.forgetsAWrite();
    home.account("stranger");
    home.later();
    DroppedEvidence other =
        assertInstanceOf(DroppedEvidence.class, proved(Code.DROPPED, () -> home.desktop.refresh()));
    assertTrue(other.leaf() != null);
  }

  @Test
  void aRecordWithAReceiptThatIsNotGivenAnyMoreIsNoticed() {
    home(Dialect.MESH);
    home.forgetsAWrite();
    Failing.with(Code.NOT_LATEST, () -> home.desktop.refresh());
  }

  @Test
  void aPortalThatDidNotAnswerAtFirstIsWatchedLater() {
    home(Dialect.MESH);
    AtomicBoolean silent = new AtomicBoolean(true);
    MeshMachine machine = home.stranger("phone");
    MeshSession phone =
        new MeshSession(
            machine,
            new MeshPortal() {
              @Override
              public String domain() {
                return home.portal.domain();
              }

              @Override
              public boolean keepsLog() {
                return !silent.get();
              }

              @Override
              public Bytes exchange(Bytes request) {
                return home.portal.exchange(request);
              }
            });
    PersonalSession own =
        phone.createAccount(
            "phone@example.com",
            new PersonalProfile(phone.createDevice("d", null).deviceProfile()));
    own.refresh();
    assertEquals(Optional.empty(), new MachinePins(machine.store()).log("example.com"));
    silent.set(false);
    own.refresh();
    assertTrue(memory(machine).head() != null);
  }

  @Test
  void aPortalThatGivesNoProofsAnyMoreIsNotBelieved() {
    home(Dialect.MESH);
    home.desktopWay.leadsTo(
        new MeshPortal() {
          @Override
          public String domain() {
            return home.portal.domain();
          }

          @Override
          public Bytes exchange(Bytes request) {
            Bytes answer = home.portal.exchange(request);
            return MessageCodec.readResponse(Dialect.MESH, answer, Transaction.GET)
                    instanceof GetResponse get
                ? MessageCodec.write(
                    Dialect.MESH,
                    new GetResponse(
                        get.status(),
                        get.statusDescription(),
                        get.entries(),
                        get.dataItems(),
                        get.pageKey()))
                : answer;
          }
        });
    Failing.with(Code.WITHHELD, () -> home.desktop.refresh());
    MeshSession again = new MeshSession(home.desktopMachine, home.desktopWay);
    Failing.with(Code.WITHHELD, () -> again.personalSession(WatchedPortal.ALICE).refresh());
  }
}
