package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.session.application.PasswordProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A portal that has its own keys and lies with them, in a simulated world: two devices, a newcomer,
 * three witnesses and another portal act every five minutes. The table of {@code
 * docs/transparency.md} is what happens.
 */
class LogAttacksTest {

  private static final Path PAGE = Path.of("..", "docs", "transparency.md");
  private static final String HEAD =
      """
      | The portal | Noticed by | after | Failure | Evidence |
      |---|---|---|---|---|
      """;

  @TempDir Path directory;

  /** What the portal does. */
  private enum Attack {
    PUT_BACK("its store is put back to an older copy, and it goes on from there"),
    BRANCH("shows one device a branch of its log that lacks what others publish, and nobody else"),
    BRANCH_SHOWN("the same, and it shows the branch, which has grown, to the witnesses too"),
    NEWCOMER("shows a branch to a device that has seen nothing yet"),
    FORGOTTEN("gives a receipt for what a device publishes, and goes on with a log without it"),
    OTHER_PORTAL("shows its peer another history than before");

    private final String text;

    Attack(String text) {
      this.text = text;
    }
  }

  private Optional<LogAttackStage.Noticed> attack(Attack attack, boolean witnessed) {
    LogAttackStage stage =
        new LogAttackStage(directory.resolve(attack.name() + witnessed), witnessed);
    WatchedPortal scene = stage.scene;
    switch (attack) {
      case PUT_BACK -> {
        MeshPortalDirect old = scene.branch();
        scene.desktop.add(new PasswordProfile(true));
        scene.later();
        stage.tend(scene.portal);
        scene.later();
        stage.tended = old;
        stage.shown = old;
        scene.desktopWay.leadsTo(old);
        scene.laptopWay.leadsTo(old);
        return stage.run();
      }
      case BRANCH -> {
        scene.laptopWay.leadsTo(scene.branch());
        scene.desktop.add(new PasswordProfile(true));
        return stage.run();
      }
      case BRANCH_SHOWN -> {
        MeshPortalDirect branch = scene.branch();
        scene.laptopWay.leadsTo(branch);
        scene.desktop.add(new PasswordProfile(true));
        scene.later();
        stage.tend(scene.portal);
        for (int i = 0; i < 4; i++) {
          stranger(scene, branch, i);
        }
        stage.tended = branch;
        return stage.run();
      }
      case NEWCOMER -> {
        MeshPortalDirect branch = scene.branch();
        scene.desktop.add(new PasswordProfile(true));
        scene.later();
        stage.tend(scene.portal);
        MeshMachine machine = scene.stranger("newcomer");
        if (witnessed) {
          stage.witnesses.demandedBy(machine);
        }
        MeshSession session = new MeshSession(machine, branch);
        stage.tries(
            "new device",
            () -> session.connect(session.createDevice("new", null), WatchedPortal.ALICE));
        return stage.noticed;
      }
      case FORGOTTEN -> {
        scene.laptop.refresh();
        MeshPortal before = scene.desktopWay.leadsTo(scene.branch());
        scene.desktop.add(new PasswordProfile(true));
        scene.desktopWay.leadsTo(before);
        stranger(scene, scene.portal, 0);
        return stage.run();
      }
      default -> {
        // No witness cosigns the branch, so the portal shows it as one without witnesses does.
        MeshPortalDirect branch =
            scene.branch(PortalPolicy.DEFAULT.withCheckpoints(WatchedPortal.POLICY));
        scene.desktop.add(new PasswordProfile(true));
        for (int i = 0; i < 13; i++) {
          scene.world.pause(LogAttackStage.STEP);
          stage.tend(scene.portal);
          stage.tend(stage.peer);
        }
        for (int i = 0; i < 5; i++) {
          stranger(scene, branch, i);
        }
        stage.shown = branch;
        return stage.run();
      }
    }
  }

  private static void stranger(WatchedPortal scene, MeshPortal portal, int n) {
    MeshSession session = new MeshSession(scene.stranger("stranger" + n), portal);
    session.createAccount(
        "stranger" + n + "@example.com",
        new PersonalProfile(session.createDevice("d", null).deviceProfile()));
    scene.later();
  }

  @ParameterizedTest
  @EnumSource(names = {"BRANCH", "NEWCOMER"})
  void withoutTheCheckNobodyDoes(Attack attack) {
    assertEquals(Optional.empty(), attack(attack, false));
  }

  @Test
  void somebodyNoticesInTimeAndThePageSaysWho() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Attack attack : Attack.values()) {
      LogAttackStage.Noticed noticed =
          attack(attack, true).orElseThrow(() -> new AssertionError(attack));
      assertTrue(noticed.after().compareTo(Duration.ofMinutes(65)) <= 0, noticed::toString);
      String when = noticed.after().isZero() ? "at once" : noticed.after().toMinutes() + " min";
      rows.add(
          String.format(
              "| %s | %s | %s | `%s` | %s |",
              attack.text, noticed.who(), when, noticed.code(), noticed.evidence()));
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf(HEAD) + HEAD.length();
    int to = page.indexOf("\n\n", from);
    String written = page.substring(0, from) + String.join("\n", rows) + page.substring(to);
    if (Boolean.getBoolean("meshsim.write")) {
      Files.writeString(PAGE, written);
    }
    assertEquals(written, Files.readString(PAGE));
  }
}
