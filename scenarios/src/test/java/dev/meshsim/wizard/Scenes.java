package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.portal.PortalException;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.KeyShare;
import java.util.ArrayList;
import java.util.List;

/** The states of machines and portals in which a wizard is started. */
final class Scenes {

  private Scenes() {}

  static PersonalSession profile(Homes homes, String machine) {
    return homes.session(machine).personalSession().orElseThrow();
  }

  /** A profile with passwords on the machine desktop, whose shares are not made. */
  static void aProfileWithoutShares(Homes homes) {
    MeshSession session = homes.session("desktop");
    DeviceRegistration device = session.createDevice("desktop", "computer");
    PersonalSession profile =
        session.createAccount(Homes.ALICE, new PersonalProfile(device.deviceProfile()));
    PasswordProfile passwords = new PasswordProfile(true);
    passwords.put("example.org", "alice", "tulip 17");
    profile.add(passwords, true);
  }

  /** A profile whose account was made, and not acknowledged. */
  static void anUnfinishedProfile(Homes homes) {
    MeshSession session = homes.session("desktop");
    PersonalProfile made =
        new PersonalProfile(session.createDevice("desktop", "computer").deviceProfile());
    homes.portal().loseAnswer(Transaction.CREATE_ACCOUNT);
    assertThrows(PortalException.class, () -> session.createAccount(Homes.ALICE, made));
  }

  /** A profile whose shares are said to be made. */
  static void aProfile(Homes homes) {
    aProfileWithoutShares(homes);
    homes.sharesMade("desktop");
  }

  /** A second account at another portal. */
  static void twoAccounts(Homes homes) {
    aProfile(homes);
    profile(homes, "desktop").addAccount("alice@example.net");
  }

  /** The machine phone is connected, and has passwords and mail. */
  static void aPhone(Homes homes) {
    aProfile(homes);
    profile(homes, "desktop").add(MailProfilePrivate.EMPTY.withEmailAddress(Homes.ALICE), true);
    asks(homes, "phone", false);
    accept(homes, "phone");
  }

  /** The machine laptop is an administrator, and there are shares on paper. */
  static void twoAdministrators(Homes homes) {
    aProfile(homes);
    asks(homes, "laptop", true);
    accept(homes, "laptop");
    paper(homes);
  }

  /** Shares on paper. */
  static void shares(Homes homes) {
    aProfile(homes);
    paper(homes);
  }

  private static void paper(Homes homes) {
    homes.paper().clear();
    profile(homes, "desktop").renewEscrow(2, 2).keyShares().stream()
        .map(KeyShare::text)
        .forEach(homes.paper()::add);
  }

  /** A machine asks to be connected, unless it has done so. */
  static String asks(Homes homes, String machine, boolean administrator) {
    MeshSession session = homes.session(machine);
    if (session.connectionAttempt(Homes.ALICE).isPresent()) {
      return "";
    }
    DeviceRegistration device = session.createDevice(machine, "computer");
    if (administrator) {
      session.connectAsAdministrator(device, Homes.ALICE);
    } else {
      session.connect(device, Homes.ALICE);
    }
    return "";
  }

  /** The code that a machine shows. */
  static String code(Homes homes, String machine) {
    return attempt(homes, machine).authenticator();
  }

  private static ConnectionAttempt attempt(Homes homes, String machine) {
    return homes.session(machine).connectionAttempt(Homes.ALICE).orElseThrow();
  }

  /** The machine desktop accepts a request, and the machine that asked takes the answer. */
  private static void accept(Homes homes, String machine) {
    answer(homes, machine);
    assertTrue(attempt(homes, machine).poll(code(homes, machine)).isPresent());
  }

  /** The names of the devices that administer the profile of a machine. */
  static List<String> administrators(Homes homes, String machine) {
    PersonalSession profile = profile(homes, machine);
    List<String> names = new ArrayList<>();
    profile
        .administrators()
        .forEach(
            each ->
                names.addAll(profile.refresh().devices().get(each.device().orElseThrow()).names()));
    return names;
  }

  /** The passwords, as the machine phone reads them. */
  static List<String> passwords(Homes homes) {
    PersonalSession phone = profile(homes, "phone");
    String udf = phone.applicationsOfType("PasswordProfile").get(0).text();
    return phone.application(udf).passwordProfile().content().entries().stream()
        .map(PasswordEntry::password)
        .toList();
  }

  /** The machine desktop accepts a request, unless it has done so. */
  static String answer(Homes homes, String machine) {
    PersonalSession desktop = profile(homes, "desktop");
    String code = code(homes, machine);
    List<ApplicationChoice> all = new ArrayList<>();
    for (String type : List.of("PasswordProfile", "MailProfile")) {
      desktop
          .applicationsOfType(type)
          .forEach(udf -> all.add(new ApplicationChoice(udf, type.startsWith("Pass"))));
    }
    for (PendingConnection request : desktop.connectPending().pending()) {
      if (request.asksToAdminister()) {
        desktop.acceptAdministrator(request, code);
      } else {
        desktop.connectAccept(request, code, all);
      }
    }
    return "";
  }
}
