package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.session.PersonalSession;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both wizards from the first start to a recovery, and the recordings of them in docs. */
class WizardsTest {

  private static final Path DOCS = Golden.root().resolve("docs/wizards");

  private static void assertShowsNoSecret(Person person, List<String> secrets) {
    for (String secret : secrets) {
      assertFalse(person.text().contains(secret), () -> "the screen still shows " + secret);
    }
  }

  /** A recording's file: {@code manager.txt}, or {@code manager-40.txt} for 40 columns. */
  private static Path recording(String name, int columns) {
    return DOCS.resolve(name + (columns == 80 ? "" : "-" + columns) + ".txt");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void aProfileLivesThroughALostDevice(int columns) throws IOException {
    Homes homes = new Homes();
    List<String> paper;
    try (Person alice = homes.manager("desktop", columns);
        Person phone = homes.tool("phone", columns)) {
      Play.makesProfile(alice);
      alice.answers("Make them now? (yes or no):", "yes");
      paper = Play.makesShares(alice);
      assertEquals(3, paper.size());
      String code = Play.asks(phone, "phone");
      Play.accepts(alice, code);
      phone.answers("take this code? (yes or no):", "yes");
      Play.setsPassword(phone, "tulip 17");
      phone.chooses("example.org");
      assertTrue(phone.writesDown("The password of example.org").contains("alice"));
      assertTrue(phone.secretScreens().get(0).contains("tulip 17"));
      phone.chooses("Back");
      phone.sees("Applications of").chooses("Leave");
      alice.sees("What do you want to do?").chooses("Show the profile");
      alice.sees("What do you want to do?").chooses("Leave");
      assertEquals(0, phone.ends());
      assertEquals(0, alice.ends());
      assertShowsNoSecret(alice, paper);
      assertShowsNoSecret(phone, List.of("tulip 17"));
      alice.assertRecorded(recording("manager", columns));
      phone.assertRecorded(recording("connect", columns));
    }
    try (Person alice = homes.manager("new desktop", columns)) {
      Play.recovers(alice, paper);
      alice.sees("PasswordProfile is recovered").sees("Remove the devices that are lost");
      alice.chooses("Remove a device");
      alice.sees("Which one?").chooses("desktop");
      alice.answers("Remove desktop for good? (yes or no):", "yes");
      alice.sees("desktop is removed").chooses("Leave");
      assertEquals(0, alice.ends());
      assertShowsNoSecret(alice, paper);
      alice.assertRecorded(recording("recovery", columns));
    }
    PersonalSession profile = homes.session("new desktop").personalSession().orElseThrow();
    assertEquals(2, profile.refresh().devices().size());
    assertEquals(1, profile.administrators().size());
    String udf = profile.applicationsOfType("PasswordProfile").get(0).text();
    assertEquals(
        "tulip 17",
        profile.application(udf).passwordProfile().get("example.org").orElseThrow().password());
  }

  /** The words of a recording, without the marks of frames and prompts and the large letters. */
  private static List<String> words(Path file) throws IOException {
    return Arrays.stream(Files.readString(file).split("\\s+"))
        .filter(word -> !word.matches("[|>]|\\+--|[\u2580-\u2588]+"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"manager", "connect", "recovery"})
  void fortyColumnsShowTheSameAndCutNoWord(String name) throws IOException {
    Path narrow = recording(name, 40);
    for (String line : Files.readAllLines(narrow)) {
      // A frame adds six columns.
      int columns = line.startsWith("    | ") ? line.length() - 6 : line.length();
      assertTrue(columns <= 40, line);
    }
    assertEquals(words(recording(name, 80)), words(narrow));
  }

  @Test
  void accountsAdministratorsAndDeletion() throws IOException {
    Homes homes = new Homes();
    try (Person alice = homes.manager("desktop", 40);
        Person laptop = homes.manager("laptop", 40)) {
      Play.makesProfile(alice);
      alice.answers("Make them now? (yes or no):", "no");
      laptop.chooses("Connect this computer as an");
      String code = Play.asks(laptop, "laptop");
      alice.chooses("Connect a device");
      alice.answers("Type the code that the device shows, or no:", code);
      alice.answers("Shall it be one? (yes or no):", "yes");
      alice.sees("PasswordProfile on this device:").chooses("not at all");
      alice.sees("The device is connected.");
      laptop.answers("take this code? (yes or no):", "yes");
      laptop.sees("laptop, this one, administrator");

      alice.chooses("Accounts at portals");
      alice.chooses("Add an account at a portal");
      alice.sees("new account:").types("alice@example.net").sees("@example.net free").enters();
      alice.sees("All portals have all of the profile.");
      alice.chooses("Accounts at portals");
      alice.sees("the usual one").chooses("Make another account the usual one");
      alice.sees("Which one?").chooses("alice@example.net");
      alice.sees("It is the usual account now.").chooses("Accounts at portals");
      alice.chooses("Delete an account at its portal");
      alice.sees("Which one?").chooses("alice@example.com");
      alice.answers("Nobody gets it again. (yes or no):", "yes");
      alice.sees("is deleted.").chooses("Delete the profile from this");
      alice.answers("Type the account's name to delete it:", "alice@example.net");
      alice.sees("The profile is deleted from this computer.").chooses("Leave");
      assertEquals(0, alice.ends());
      for (String line : alice.lines()) {
        assertTrue(line.length() <= 40, line);
      }
    }
    assertEquals(List.of(), homes.session("desktop").profiles());
  }
}
