package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.MeshSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.connect.ConnectWizard;
import dev.meshsim.wizard.manage.Desk;
import dev.meshsim.wizard.manage.ManagerWizard;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WizardsTest {

  static final class MemoryNotes implements Notes {
    final Set<Udf> written = new HashSet<>();

    @Override
    public boolean hasShares(Udf profile) {
      return written.contains(profile);
    }

    @Override
    public void sharesWritten(Udf profile) {
      written.add(profile);
    }
  }

  private final World world = World.seeded(4);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
  private final MemoryNotes notes = new MemoryNotes();

  private Person manager(MeshMachine machine, int columns) throws Exception {
    MeshSession session = new MeshSession(machine, portal);
    return new Person(
        columns,
        talk ->
            new ManagerWizard(
                    new Desk(
                        session,
                        talk,
                        notes,
                        "~/.mmm",
                        ApplicationTypes.installed().all().stream()
                            .filter(t -> !t.tag().startsWith("Test"))
                            .toList()))
                .run());
  }

  private Person tool(MeshMachine machine, int columns) throws Exception {
    MeshSession session = new MeshSession(machine, portal);
    return new Person(columns, talk -> new ConnectWizard(session, talk, "~/.mmm").run());
  }

  @Test
  void both() throws Exception {
    int columns = Integer.getInteger("columns", 80);
    MeshMachine desktop = new MeshMachineCached(world, "desktop");
    MeshMachine phone = new MeshMachineCached(world, "phone");
    List<String> shares = new ArrayList<>();
    try (Person alice = manager(desktop, columns);
        Person other = tool(phone, columns)) {
      alice.chooses("Make a new profile");
      alice.sees("account:").types("alice@example.com").sees("free").types("\r");
      alice.answers("a name for this computer:", "desktop");
      alice.chooses("PasswordProfile");
      alice.sees("PasswordProfile is added").chooses("No more");
      alice.answers("Make them now? (yes or no):", "yes");
      alice.answers("how many shares:", "");
      alice.answers("how many of them bring the profile back:", "");
      for (int i = 1; i <= 3; i++) {
        String share = alice.writesDown("Write down share " + i + " of 3");
        shares.add(share);
        alice.answers("Type share " + i + " of 3", share.toLowerCase());
      }
      alice.sees("The shares are in force").chooses("Connect a device");
      other.answers("account to connect to:", "alice@example.com");
      other.answers("a name for this device:", "phone");
      other.sees("Did the administration device take");
      System.out.println(other.text());
      String code =
          other.lines().stream()
              .filter(l -> l.matches("  ([A-Z2-7]{4}-?){4}"))
              .findFirst()
              .orElseThrow()
              .strip();
      alice.answers("Type the code that the device shows, or no:", code);
      alice.sees("PasswordProfile on this device:").chooses("to read and change");
      alice.sees("The device is connected.");
      other.answers("take this code? (yes or no):", "yes");
      other.chooses("PasswordProfile");
      other.chooses("Set the password of a site");
      other.answers("site:", "example.net");
      other.answers("user:", "alice");
      other.answers("password of example.net:", "tulip 17");
      other.sees("The password is set").chooses("example.net");
      other.writesDown("The password of");
      other.chooses("Back");
      other.chooses("Leave");
      assertEquals(0, other.ends());
      System.out.println(other.text());
      alice.chooses("Leave");
      assertEquals(0, alice.ends());
      System.out.println(alice.text());
      System.out.println(alice.secretScreens());
    }
  }
}
