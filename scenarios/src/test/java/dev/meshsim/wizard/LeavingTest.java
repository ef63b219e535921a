package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ctrl-C at each question: what is said, what is kept, and how the second start goes on. */
class LeavingTest {

  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  /**
   * A question of a wizard.
   *
   * @param shows the text on the screen when it is asked
   * @param answer answers it
   * @param kept what is said if the person leaves there
   */
  private record Step(String shows, Consumer<Person> answer, String kept) {}

  private static Step step(String shows, String answer, String kept) {
    return new Step(shows, person -> person.answers(shows, answer), kept);
  }

  private static List<Step> managing() {
    String nothing = "Stopped. Nothing was changed.";
    String none = "Stopped. No profile was made.";
    String made = "and its account alice@example.com are made; it has no shares yet.";
    String shares = "The profile is kept. The shares are not in force: throw away";
    return List.of(
        new Step("number:", person -> person.chooses("Make a new profile"), nothing),
        step("account:", Homes.ALICE, none),
        step("a name for this computer:", "desktop", none),
        new Step("Which data shall", person -> person.chooses("PasswordProfile"), made),
        new Step("is there already", person -> person.chooses("No more"), made),
        step("Make them now? (yes or no):", "yes", made),
        step("how many shares [3]:", "2", made),
        step("bring the profile back [2]:", "2", made),
        new Step("Press Enter to go on", Person::enters, shares),
        new Step("Type share 1 of 2", LeavingTest::showsAgain, shares));
  }

  /** Ctrl-D at the paper shows the share once more. */
  private static void showsAgain(Person person) {
    person.sees("Type share 1 of 2").types(CTRL_D).sees("Press Enter to go on");
  }

  @TestFactory
  List<DynamicTest> aSecondStartGoesOn() {
    List<Step> steps = managing();
    return java.util.stream.IntStream.range(0, steps.size())
        .mapToObj(at -> DynamicTest.dynamicTest(steps.get(at).shows(), () -> leavesAt(steps, at)))
        .toList();
  }

  private static void leavesAt(List<Step> steps, int at) throws IOException {
    Homes homes = new Homes();
    try (Person person = homes.manager("desktop", 80)) {
      for (Step before : steps.subList(0, at)) {
        before.answer().accept(person);
      }
      person.sees(steps.get(at).shows()).types(CTRL_C);
      person.sees(steps.get(at).kept());
      assertEquals(130, person.ends());
      assertFalse(person.text().contains("Write down"), person.text());
    }
    boolean made = at > 2;
    assertEquals(made ? 1 : 0, homes.session("desktop").profiles().size());
    try (Person person = homes.manager("desktop", 80)) {
      if (made) {
        person.sees("desktop, this one, administrator");
        person.sees("Make the shares now? (yes or no):");
      } else {
        person.chooses("Make a new profile");
        person.answers("account:", Homes.ALICE);
      }
      person.types(CTRL_C);
      assertEquals(130, person.ends());
    }
  }

  @Test
  void sharesThatWereMadeAreNotAskedForAgain() throws IOException {
    Homes homes = new Homes();
    try (Person person = homes.manager("desktop", 80)) {
      Play.makesProfile(person);
      person.sees("Make them now? (yes or no):").types(CTRL_C);
      assertEquals(130, person.ends());
    }
    try (Person person = homes.manager("desktop", 80)) {
      person.answers("Make the shares now? (yes or no):", "yes");
      Play.makesShares(person);
      person.types(CTRL_C);
      assertEquals(130, person.ends());
    }
    try (Person person = homes.manager("desktop", 80)) {
      person.sees("What do you want to do?").types(CTRL_D);
      assertEquals(0, person.ends());
      assertFalse(person.text().contains("Make the shares now?"), person.text());
    }
  }

  @Test
  void aRequestStaysOpen() throws IOException {
    Homes homes = new Homes();
    try (Person alice = homes.manager("desktop", 80)) {
      Play.makesProfile(alice);
      alice.answers("Make them now? (yes or no):", "no");
      String code;
      try (Person phone = homes.tool("phone", 40)) {
        phone.sees("account to connect to:").types(CTRL_C).sees("Stopped. Nothing was changed.");
        assertEquals(130, phone.ends());
      }
      try (Person phone = homes.tool("phone", 40)) {
        code = Play.asks(phone, "phone");
        phone.types(CTRL_C).sees("The request to alice@example.com stays open.");
        assertEquals(130, phone.ends());
      }
      try (Person phone = homes.tool("phone", 40)) {
        phone.sees("This device has asked alice@example.com before.").sees(code);
        phone.answers("take this code? (yes or no):", "yes");
        phone.sees("Enter stops waiting.").types(CTRL_C);
        phone.sees("The request to alice@example.com stays open.");
        assertEquals(130, phone.ends());
      }
      try (Person phone = homes.tool("phone", 40)) {
        phone.answers("take this code? (yes or no):", "yes");
        phone.sees("Enter stops waiting.").enters().sees("stays open.");
        assertEquals(2, phone.ends());
      }
      Play.accepts(alice, code);
      try (Person phone = homes.tool("phone", 40)) {
        phone.answers("take this code? (yes or no):", "yes");
        phone.chooses("PasswordProfile").sees("Passwords of 0 entries").types(CTRL_C);
        phone.sees("This device is connected.");
        assertEquals(130, phone.ends());
      }
      try (Person phone = homes.tool("phone", 40)) {
        phone.sees("PasswordProfile, to read and change").types(CTRL_D);
        assertEquals(0, phone.ends());
        assertTrue(phone.lines().stream().allMatch(line -> line.length() <= 40), phone.text());
      }
    }
  }
}
