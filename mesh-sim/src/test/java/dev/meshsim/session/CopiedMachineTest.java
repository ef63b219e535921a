package dev.meshsim.session;

import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.OwnVersions;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two machines with one device key, as after a restore of a backup on a second machine. */
class CopiedMachineTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatACopyPublishesIsNoticed(Dialect dialect) {
    Household home = new Household(dialect);
    ApplicationSession application = home.alice.add(new PasswordProfile(true));
    home.alice.application(application.udf().text());
    PersonalSession copy = home.on(copyOf(home.desktop)).personalSession(ALICE);
    home.tick();
    copy.add(new PasswordProfile(true));
    ApplicationSession same = copy.application(application.udf().text());
    same.passwordProfile().put("example.com", "alice", "secret");
    home.tick();
    same.update();
    assertEquals(List.of(), home.session.findings());
    home.alice.refresh();
    home.alice.application(application.udf().text());
    List<OwnVersions.Finding> findings = home.session.findings();
    assertEquals(2, findings.size(), findings.toString());
    assertEquals(home.alice.udf(), findings.get(0).object());
    assertEquals(application.udf(), findings.get(1).object());
    assertEquals(device(home.alice), findings.get(1).key());
    assertTrue(findings.get(0).text().contains("another machine has a copy"));
    home.alice.refresh();
    assertEquals(2, home.session.findings().size());
  }

  @Test
  void aVersionThatACopyPublishedElsewhereIsNoticed() {
    ManyPortals home = new ManyPortals(Dialect.MESH);
    home.desktopSession.personalSession(ManyPortals.AT_TWO).forgetAccount();
    MeshMachine desktop = home.desktopSession.machine();
    MeshSession copy = new MeshSession(copyOf(desktop), home.portals());
    PersonalSession copied = copy.personalSession(ManyPortals.AT_ONE);
    copied.bindAccount(ManyPortals.AT_TWO);
    copied.add(new PasswordProfile(true));
    assertEquals(List.of(), desktop.ownVersions().findings());
    home.desktop.bindAccount(ManyPortals.AT_TWO);
    assertEquals(1, desktop.ownVersions().findings().size());
  }

  private static MeshMachine copyOf(MeshMachine machine) {
    MemoryMachineStore copy = new MemoryMachineStore(StoreMode.TEST);
    List<MachineChange> changes = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      for (MachineRecord record : machine.store().list(kind)) {
        changes.add(new MachineChange.Put(record));
      }
    }
    copy.commit(changes);
    return new MeshMachine(machine.world(), "copy", copy);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void otherMachinesAndSessionsOfOneMachineAreNoCopies(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession laptop = home.administrator("laptop");
    ApplicationSession application = home.passwords(laptop, home.alice, true);
    home.alice.refresh();
    home.on(home.desktop).personalSession(ALICE).add(new PasswordProfile(true));
    home.alice.refresh();
    home.alice.application(application.udf().text()).update();
    laptop.refresh();
    laptop.application(application.udf().text());
    assertEquals(List.of(), home.session.findings());
    assertEquals(List.of(), laptop.context().machine().ownVersions().findings());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aLostAnswerIsNoCopyWhileTheMachineRuns(Dialect dialect) {
    Household home = new Household(dialect);
    MeshPortal losing =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Dialect dialect() {
            return dialect;
          }

          @Override
          public Bytes exchange(Bytes request) {
            Bytes response = home.portal.exchange(request);
            if (request.utf8().contains("\"Publish\"") || response.utf8().contains("PublishResp")) {
              throw new IllegalStateException("the answer is lost");
            }
            return response;
          }
        };
    PersonalSession alice = new MeshSession(home.desktop, losing).personalSession(ALICE);
    assertThrows(PortalException.class, () -> alice.add(new PasswordProfile(true)));
    home.alice.refresh();
    assertEquals(1, home.alice.personalProfile().profile().applications().size());
    assertEquals(List.of(), home.session.findings());
  }
}
