package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that demand witnesses, before portals that are honest, lie and fail. */
class WitnessedPortalTest {

  @TempDir Path directory;

  private final TestWitnesses witnesses = new TestWitnesses();
  private final List<Evidence> accused = witnesses.accused;
  private final List<String> warnings = witnesses.warnings;
  private WatchedPortal scene;

  private PortalPolicy witnessed(World world) {
    return PortalPolicy.DEFAULT
        .withCheckpoints(WatchedPortal.POLICY)
        .withPartners(witnesses.partners(world, List.of()));
  }

  private void demands(MeshMachine machine) {
    witnesses.demandedBy(machine);
  }

  @BeforeEach
  void begin() {
    scene = new WatchedPortal(Dialect.MESH, directory, this::witnessed, machine -> {});
    witnesses.logs.add(scene.portal.keyring().logSigner().key());
    tend(scene.portal);
    scene.machines().forEach(this::demands);
  }

  private static void tend(MeshPortalDirect portal) {
    portal.tend(Runnable::run);
  }

  private PersonalSession again(MeshMachine machine, MeshPortal portal) {
    return new MeshSession(machine, portal).personalSession(WatchedPortal.ALICE);
  }

  private PersonalSession laptop() {
    return again(scene.laptopMachine, scene.laptopWay);
  }

  private PersonalSession desktop() {
    return again(scene.desktopMachine, scene.desktopWay);
  }

  /** A copy of the store from before a write that the witnesses know of. */
  private MeshPortalDirect branchWithoutAWrite() {
    MeshPortalDirect branch = scene.branch();
    scene.desktop.add(new PasswordProfile(true));
    scene.later();
    tend(scene.portal);
    return branch;
  }

  private static TransparencyException fails(Code code, Runnable call) {
    TransparencyException e = assertThrows(TransparencyException.class, call::run);
    assertEquals(code, e.errorCode(), e.problem());
    return e;
  }

  @Test
  void anHonestPortalIsTrustedForDays() {
    PersonalSession desktop = desktop();
    PersonalSession laptop = laptop();
    for (int hour = 0; hour < 40; hour++) {
      if (hour % 8 == 0) {
        desktop.add(new PasswordProfile(true));
      }
      scene.world.pause(Duration.ofHours(1));
      tend(scene.portal);
      tend(scene.portal);
      laptop.refresh();
      desktop.refresh();
    }
    assertEquals(List.of(), warnings);
    assertEquals(List.of(), accused);
    String published = scene.portal.published("checkpoint").orElseThrow().utf8();
    assertEquals(1 + TestWitnesses.COUNT, Note.parse(Bytes.utf8(published)).signatures().size());
  }

  @Test
  void aPortalThatNobodyHasCosignedForAnHourIsNotTrusted() {
    PersonalSession laptop = laptop();
    laptop.refresh();
    scene.world.pause(Duration.ofMinutes(59));
    laptop.refresh();
    scene.world.pause(Duration.ofMinutes(2));
    TransparencyException e = fails(Code.UNWITNESSED, laptop::refresh);
    assertTrue(e.problem().contains("older than 60 minutes"), e.problem());
    tend(scene.portal);
    laptop.refresh();
  }

  @Test
  void oneOfThreeIsNotEnough() {
    witnesses.answers =
        new UnaryOperator<>() {
          private int asked;

          @Override
          public WitnessAnswer apply(WitnessAnswer answer) {
            return asked++ % TestWitnesses.COUNT == 0
                ? answer
                : new WitnessAnswer.Refused(503, "not now\u001b[2J");
          }
        };
    scene.world.pause(Duration.ofHours(2));
    tend(scene.portal);
    assertEquals(2, warnings.size(), warnings::toString);
    fails(Code.UNWITNESSED, laptop()::refresh);
    witnesses.answers = answer -> answer;
    // The two that failed are asked again soon, the one that answered is not.
    scene.world.pause(Duration.ofSeconds(10));
    tend(scene.portal);
    laptop().refresh();
  }

  @Test
  void aBranchThatTheWitnessesDoNotKnowIsNoticedWithinAnHour() {
    laptop().refresh();
    MeshPortalDirect branch = branchWithoutAWrite();
    scene.laptopWay.leadsTo(branch);
    scene.later();
    PersonalSession victim = laptop();
    victim.refresh();
    tend(branch);
    scene.world.pause(Duration.ofMinutes(61));
    tend(scene.portal);
    tend(branch);
    // The portal of the branch is honest: it learns from the witnesses that it was put back.
    assertThrows(PortalRefusedException.class, victim::refresh);
    desktop().refresh();
  }

  @Test
  void aLiarThatKeepsABranchIsNotWitnessed() {
    laptop().refresh();
    MeshPortalDirect branch = branchWithoutAWrite();
    scene.laptopWay.leadsTo(branch);
    PersonalSession victim = laptop();
    // It does not tend its branch, so nobody learns of it.
    for (int i = 0; i < 4; i++) {
      scene.world.pause(Duration.ofMinutes(15));
      if (i < 3) {
        victim.refresh();
      }
    }
    fails(Code.UNWITNESSED, victim::refresh);
  }

  @Test
  void aFreshDeviceIsNotTakenIn() {
    MeshPortalDirect branch = scene.branch();
    scene.later();
    MeshMachine stranger = scene.stranger("stranger");
    demands(stranger);
    MeshSession session = new MeshSession(stranger, branch);
    fails(
        Code.UNWITNESSED,
        () -> session.connect(session.createDevice("new", null), WatchedPortal.ALICE));
  }

  @Test
  void aForkThatAWitnessIsShownIsProved() {
    MeshPortalDirect branch = branchWithoutAWrite();
    // The branch grows beyond the size that the witnesses know before it shows them anything.
    for (int i = 0; i < 4; i++) {
      account(branch, "stranger" + i);
      scene.later();
    }
    tend(branch);
    assertFalse(accused.isEmpty(), warnings::toString);
    for (Evidence evidence : accused) {
      assertTrue(evidence.judge().contains("two histories"), evidence.judge());
    }
  }

  private void account(MeshPortalDirect portal, String name) {
    MeshSession session = new MeshSession(scene.stranger(name), portal);
    session.createAccount(
        name + "@example.com",
        new PersonalProfile(session.createDevice("d", null).deviceProfile()));
  }

  @Test
  void aPortalThatWasPutBackStopsBeforeItWrites() {
    MeshPortalDirect old = branchWithoutAWrite();
    scene.later();
    tend(scene.portal);
    tend(old);
    scene.desktopWay.leadsTo(old);
    PortalRefusedException e =
        assertThrows(
            PortalRefusedException.class, () -> scene.desktop.add(new PasswordProfile(true)));
    assertTrue(e.problem().contains("has stopped"), e.problem());
  }

  @Test
  void aWitnessThatLostItsStateIsStoppedByItsOwnWord() {
    scene.later();
    scene.desktop.refresh();
    tend(scene.portal);
    Witness forgetful = witnesses.forget(scene.world, 0);
    scene.desktop.add(new PasswordProfile(true));
    scene.later();
    tend(scene.portal);
    assertTrue(forgetful.lost().isPresent(), warnings::toString);
    assertTrue(warnings.stream().anyMatch(w -> w.contains("lost its state")), warnings::toString);
    // The two others are enough.
    laptop().refresh();
  }

  @Test
  void garbageOfAWitnessCostsOnlyItsCosignature() {
    witnesses.answers =
        new UnaryOperator<>() {
          private int asked;

          @Override
          public WitnessAnswer apply(WitnessAnswer answer) {
            boolean last = asked++ % TestWitnesses.COUNT == TestWitnesses.COUNT - 1;
            return last && answer instanceof WitnessAnswer.Cosigned
                ? new WitnessAnswer.Cosigned(
                    List.of(witnesses.signers.get(0).cosign("another text\n", scene.world.now())))
                : answer;
          }
        };
    scene.world.pause(Duration.ofHours(2));
    tend(scene.portal);
    assertEquals(1, warnings.size(), warnings::toString);
    laptop().refresh();
  }
}
