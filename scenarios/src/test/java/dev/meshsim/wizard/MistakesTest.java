package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.transparency.tree.TransparencyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of people and of portals, as both wizards meet them. */
class MistakesTest {

  private final Homes homes = new Homes();

  private static String changed(String share, int at) {
    char other = share.charAt(at) == 'A' ? 'B' : 'A';
    return share.substring(0, at) + other + share.substring(at + 1);
  }

  @Test
  void aShareIsTypedWrong() throws IOException {
    List<String> paper = new ArrayList<>();
    try (Person alice = homes.manager("desktop", 80)) {
      Play.makesProfile(alice);
      alice.answers("Make them now? (yes or no):", "yes");
      alice.answers("how many shares [3]:", "3").answers("bring the profile back [2]:", "");
      for (int i = 1; i <= 3; i++) {
        paper.add(alice.writesDown("Write down share " + i + " of 3"));
        String wrong = changed(paper.get(i - 1), 12);
        alice.sees("Type share " + i + " of 3").types(wrong);
        alice.sees("group 3 is not as it was shown").enters();
        alice.sees("group 3 is not as it was shown Type share").types("\u0015" + paper.get(i - 1));
        alice.sees("as it was shown").enters();
      }
      alice.sees("The shares are in force").chooses("Leave");
      assertEquals(0, alice.ends());
    }
    try (Person alice = homes.manager("new", 80)) {
      alice.chooses("Recover a profile from its shares");
      alice.answers("account of the profile:", Homes.ALICE);
      alice
          .sees("Type a share:")
          .types(changed(paper.get(0), 0))
          .sees("starts with S")
          .types("\u0015");
      alice.types(paper.get(0)).sees("a share; 2 are needed").enters();
      alice.sees("Type share 2 of 2:").types(paper.get(0)).sees("share 1 was given already");
      alice.types("\u0015" + changed(paper.get(1), 12)).sees("of the same secret").enters();
      alice.answers("a name for this computer:", "new");
      alice.sees("has nothing that these shares open").sees("try again");

      alice.chooses("Recover a profile from its shares");
      alice.answers("account of the profile:", Homes.ALICE);
      alice.answers("Type a share:", paper.get(1)).answers("Type share 2 of 2:", paper.get(2));
      alice.sees("The profile is recovered").chooses("Leave");
      assertEquals(0, alice.ends());
    }
  }

  @Test
  void aNameCannotBeHad() throws IOException {
    try (Person alice = homes.manager("desktop", 80)) {
      Play.makesProfile(alice);
    }
    try (Person bob = homes.manager("other", 80)) {
      bob.chooses("Make a new profile");
      bob.sees("account:")
          .types("al ice@example.com")
          .sees("it has the invisible character U+0020");
      bob.types("\u0015" + Homes.ALICE).sees("That name is not available").enters();
      bob.types("\u0015bob@example.org").sees("no portal is known for").enters();
      bob.types("\u0015bob@example.com").sees("@example.com free").enters();
      bob.sees("a name for this computer:").types("\u0004").sees("Back.").chooses("Leave");
      assertEquals(0, bob.ends());
    }
    assertEquals(List.of(), homes.session("other").profiles());
  }

  @Test
  void aCodeDiffers() throws IOException {
    try (Person alice = homes.manager("desktop", 80);
        Person phone = homes.tool("phone", 80)) {
      Play.makesProfile(alice);
      alice.answers("Make them now? (yes or no):", "no");
      String code = Play.asks(phone, "phone");
      alice.chooses("Connect a device");
      alice.sees("so it is not shown here.").types("MAAA-").sees("12 more");
      alice.types("\u0015" + changed(code, 12)).enters().sees("no request has this code");
      phone.answers("take this code? (yes or no):", "no");
      phone.sees("has no request with this code").sees("stays open.");
      assertEquals(2, phone.ends());
      alice.answers("Type the code that the device shows, or no:", "no");
      alice.chooses("Reject phone");
      alice.sees("The request is rejected.").chooses("Leave");
      assertEquals(0, alice.ends());
    }
    try (Person phone = homes.tool("phone", 80)) {
      phone.answers("take this code? (yes or no):", "yes");
      phone.sees("was refused").sees("Stopped. The request is answered: this device was refused.");
      assertEquals(2, phone.ends());
    }
    try (Person phone = homes.tool("phone", 80)) {
      phone.sees("account to connect to:").types("\u0003");
      assertEquals(130, phone.ends());
    }
  }

  /** The next answers of the portal prove that its log has two histories. */
  private void forks(Transaction transaction, String evidence) {
    homes
        .portal()
        .next(
            transaction,
            (request, to) -> {
              throw TransparencyException.proved(
                  TransparencyException.Code.FORKED, "two histories", Bytes.utf8(evidence));
            });
  }

  private static void assertNamed(Person person, Path directory, String evidence)
      throws IOException {
    person.sees("That did not work: two histories").sees("the evidence is in");
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> kept = new ArrayList<>();
      for (Path file : files.toList()) {
        if (Files.readString(file).equals(evidence)) {
          kept.add(file);
        }
      }
      assertEquals(1, kept.size());
      String name = kept.get(0).getFileName().toString();
      assertTrue(person.text().replace("\n", "").contains(name), person.text());
    }
  }

  @Test
  void theEvidenceOfAFailureIsKeptAndNamed(@TempDir Path directory) throws IOException {
    Scenes.aPhone(homes);
    try (Person alice = homes.manager("desktop", directory)) {
      alice.sees("number:");
      forks(Transaction.GET, "read");
      alice.chooses("Show the profile");
      assertNamed(alice, directory, "read");
      forks(Transaction.PUBLISH, "written");
      alice.chooses("Add an application").sees("Which data").chooses("SSHProfile");
      assertNamed(alice, directory, "written");
      alice.chooses("Leave");
      assertEquals(0, alice.ends());
    }
    try (Person phone = homes.tool("phone", directory)) {
      phone.sees("number:");
      forks(Transaction.GET, "seen by the phone");
      phone.chooses("Look again");
      assertNamed(phone, directory, "seen by the phone");
      phone.types("\u0004");
      assertEquals(0, phone.ends());
    }
    try (Person other = homes.tool("other", directory)) {
      forks(Transaction.CONNECT_START, "asked");
      other.answers("account to connect to:", Homes.ALICE);
      other.answers("a name for this device:", "other");
      assertNamed(other, directory, "asked");
    }
  }

  /** The next answer to a request of this kind is lost, and the person tries again. */
  private void loses(Transaction transaction, Runnable step, Person person) {
    homes.portal().loseAnswer(transaction);
    step.run();
    person.sees("cannot be reached").answers("tried again? (yes or no):", "yes");
  }

  @Test
  void whatIsNotAcknowledgedIsRepeatedWithoutTypingItAgain() throws IOException {
    List<String> paper = new ArrayList<>();
    try (Person alice = homes.manager("desktop", 80)) {
      alice.chooses("Make a new profile");
      alice.answers("account:", Homes.ALICE).sees("a name for this computer:").types("desktop");
      loses(Transaction.CREATE_ACCOUNT, alice::enters, alice);
      alice.chooses("PasswordProfile");
      alice.sees("is added").chooses("No more");
      alice.answers("Make them now? (yes or no):", "yes");
      alice.answers("how many shares [3]:", "2").answers("bring the profile back [2]:", "2");
      for (int i = 1; i <= 2; i++) {
        paper.add(alice.writesDown("Write down share " + i + " of 2"));
        alice.sees("Type share " + i + " of 2").types(paper.get(i - 1)).sees("as it was shown");
        if (i == 1) {
          alice.enters();
        }
      }
      loses(Transaction.PUBLISH, alice::enters, alice);
      alice.sees("The shares are in force");

      Scenes.asks(homes, "phone", false);
      alice.chooses("Connect a device");
      alice.answers("or no:", Scenes.code(homes, "phone"));
      alice.sees("on this device:");
      loses(Transaction.CONNECT_COMPLETE, () -> alice.chooses("to read and change"), alice);
      alice.sees("The device is connected.");
      assertTrue(
          homes
              .session("phone")
              .connectionAttempt(Homes.ALICE)
              .orElseThrow()
              .poll(Scenes.code(homes, "phone"))
              .isPresent());
      alice.chooses("Remove a device");
      alice.sees("Which one?").chooses("phone");
      loses(Transaction.PUBLISH, () -> alice.answers("for good? (yes or no):", "yes"), alice);
      alice.sees("phone is removed").chooses("Leave");
      assertEquals(0, alice.ends());
    }
    try (Person alice = homes.manager("new", 80)) {
      alice.chooses("Recover a profile from its shares");
      alice.answers("account of the profile:", Homes.ALICE);
      alice.answers("Type a share:", paper.get(0)).answers("Type share 2 of 2:", paper.get(1));
      alice.sees("a name for this computer:").types("new");
      loses(Transaction.PUBLISH, alice::enters, alice);
      alice.sees("PasswordProfile is recovered").chooses("Leave");
      assertEquals(0, alice.ends());
    }
    assertEquals(List.of("new"), Scenes.administrators(homes, "new"));
  }

  @Test
  void aPortalGoesAway() throws IOException {
    InterposedPortal portal = homes.portal();
    try (Person alice = homes.manager("desktop", 80);
        Person phone = homes.tool("phone", 80)) {
      alice.chooses("Make a new profile");
      portal.away(true);
      alice.answers("account:", Homes.ALICE).sees("cannot be reached");
      portal.away(false);
      alice.types("\u0015" + Homes.ALICE).enters();
      alice.answers("a name for this computer:", "desktop").sees("Which data shall");
      portal.away(true);
      alice.chooses("PasswordProfile").sees("That did not work: the portal example.com cannot be");
      alice.chooses("Show the profile").sees("This is the profile as this computer knows it.");
      portal.away(false);
      alice.chooses("Add an application").sees("Which data").chooses("PasswordProfile");
      alice.sees("PasswordProfile is added.");

      String code = Play.asks(phone, "phone");
      phone.answers("take this code? (yes or no):", "yes").sees("Enter stops waiting.");
      portal.away(true);
      phone.sees("The portal cannot be reached now. The waiting goes on.");
      portal.away(false);
      phone.sees("The portal is there again.");
      Play.accepts(alice, code);
      phone.sees("This device is connected to the profile");
      phone.sees("number:");
      portal.away(true);
      phone.chooses("Look again").sees("cannot be reached");
      portal.away(false);
      phone.types("\u0003");
      assertEquals(130, phone.ends());
      alice.chooses("Leave");
      assertEquals(0, alice.ends());
    }
    PersonalSession profile = homes.session("desktop").personalSession().orElseThrow();
    assertEquals(2, profile.refresh().devices().size());
    assertTrue(profile.administers());
  }
}
