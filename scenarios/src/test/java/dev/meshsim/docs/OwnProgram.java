package dev.meshsim.docs;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import java.io.IOException;

/**
 * A program that keeps its user's profile on the computer. README.md quotes its listings. The home
 * directory and the working directory, which holds the portal's logs, are those of a test.
 */
final class OwnProgram {

  // 6.2 Creating a Mesh Session
  static MeshSession meshSession;

  static void applicationInit() {
    meshSession = new MeshSession(MeshMachine.ofThisComputer());
  }

  // The profile of an earlier run is there; otherwise the user gets one
  static PersonalSession profileOf(String account) {
    return meshSession
        .personalSession()
        .orElseGet(
            () -> {
              var device = meshSession.deviceOrNew();
              var profile = new PersonalProfile(device.deviceProfile());
              return meshSession.createAccount(account, profile);
            });
  }

  // 6.3 Creating a Mesh Session for Testing
  static void debugApplicationInit() {
    MeshPortal.setDefault(new MeshPortalDirect("example.com", "MeshLog.jlog", "PortalLog.jlog"));
    meshSession = new MeshSession(MeshMachine.forTesting());
    meshSession.eraseTest();
  }

  private OwnProgram() {}

  /**
   * Runs the program once.
   *
   * @param arguments {@code debug} and an account, or {@code production} and a kind of store or
   *     {@code usual}
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("debug")) {
      debug(arguments[1]);
    } else {
      production(arguments[1]);
    }
  }

  private static void debug(String account) {
    debugApplicationInit();
    System.out.println("account: " + meshSession.personalSession().isPresent());
    System.out.println("devices: " + meshSession.devices().size());
    System.out.println("profile: " + profileOf(account).udf());
    meshSession.machine().close();
  }

  /** Holds the stores until its input ends. */
  private static void production(String store) throws IOException {
    MeshPortal.setDefault(new MeshPortalDirect("example.com", "MeshLog.jlog", "PortalLog.jlog"));
    if (store.equals("usual")) {
      applicationInit();
    } else {
      meshSession = new MeshSession(MeshMachine.ofThisComputer(store));
    }
    System.out.println("account: " + meshSession.personalSession().isPresent());
    PersonalSession alice = profileOf("alice@example.com");
    System.out.println("profile: " + alice.udf());
    MeshMachine second =
        store.equals("usual") ? MeshMachine.forTesting() : MeshMachine.forTesting(store);
    try (second) {
      connect(alice, new MeshSession(second));
    }
    System.out.println("open: " + meshSession.devices().size());
    System.in.read();
    meshSession.machine().close();
  }

  /** A device that is made in the first run is connected in the second. */
  private static void connect(PersonalSession alice, MeshSession other) {
    boolean found = other.device().isPresent();
    var device = other.deviceOrNew();
    System.out.println("device: " + device.udf());
    if (found) {
      ConnectionAttempt attempt = other.connect(device, alice.account());
      String code = attempt.authenticator();
      var pending = alice.connectPending().withAuthenticator(code);
      alice.connectClose(pending, ConnectionStatus.ACCEPTED, code);
      PersonalSession connected = attempt.await(pending.authenticator());
      var passwords = new PasswordProfile(true);
      passwords.put("example.com", "alice", "secret");
      alice.add(passwords);
      System.out.println("connected: " + connected.refresh().devices().containsKey(device.udf()));
    } else {
      System.out.println("connected: " + other.personalSession().isPresent());
    }
  }
}
