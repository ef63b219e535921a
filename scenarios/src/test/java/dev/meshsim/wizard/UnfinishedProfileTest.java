package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Both wizards go on with what was asked for and not acknowledged. */
class UnfinishedProfileTest {

  private static final String CTRL_D = "\u0004";

  private final Homes homes = new Homes();

  /** Asks for an account, and leaves when that fails. */
  private void asksAndLeaves() throws IOException {
    try (Person alice = homes.manager("desktop", 40)) {
      alice.chooses("Make a new profile");
      alice.answers("account:", Homes.ALICE).answers("a name for this computer:", "desktop");
      alice.sees("cannot be reached").answers("tried again? (yes or no):", "no");
      alice.sees("Back. The profile is in ~/.mmm. No portal has acknowledged");
      alice.chooses("Make the account of the").sees("account [alice@example.com]:");
      alice.types("\u0003").sees("No portal has acknowledged an account of it. Start the profile");
      assertEquals(130, alice.ends());
      for (String line : alice.lines()) {
        assertTrue(line.length() <= 40, line);
      }
    }
  }

  private void goesOn(String typed, String note) throws IOException {
    try (Person alice = homes.manager("desktop", 40)) {
      alice.sees("has asked for the account alice@example.com, and its portal has not");
      alice.sees("account [alice@example.com]:").types(typed).sees(note).enters();
      alice.sees("The profile and its account alice@example.com are made.").chooses("No more");
      alice.answers("Make them now? (yes or no):", "no").chooses("Leave");
      assertEquals(0, alice.ends());
    }
    assertEquals(1, homes.session("desktop").profiles().size());
    assertEquals(1, Scenes.profile(homes, "desktop").refresh().devices().size());
  }

  @Test
  void theAccountThatThePortalHasMadeIsAdopted() throws IOException {
    homes.portal().loseAnswer(Transaction.CREATE_ACCOUNT);
    asksAndLeaves();
    goesOn(Homes.ALICE, "is there, and this profile's own");
  }

  @Test
  void anAccountThatThePortalHasNotMadeIsMade() throws IOException {
    homes.portal().loseRequest(Transaction.CREATE_ACCOUNT);
    asksAndLeaves();
    goesOn("", "");
  }

  @Test
  void anotherNameIsAskedForIfAnotherProfileHasIt() throws IOException {
    homes.portal().loseRequest(Transaction.CREATE_ACCOUNT);
    asksAndLeaves();
    MeshSession other = homes.session("other");
    other.createAccount(Homes.ALICE, new PersonalProfile(other.createDevice().deviceProfile()));
    try (Person alice = homes.manager("desktop", 40)) {
      alice.answers("account [alice@example.com]:", "");
      alice.sees("the name alice@example.com is another profile's");
      alice.answers("account:", "alice2@example.com").sees("alice2@example.com are made.");
      alice.chooses("No more");
      alice.sees("Make them now?").types(CTRL_D).chooses("Leave");
      assertEquals(0, alice.ends());
    }
    assertEquals(1, homes.session("desktop").profiles().size());
  }

  @Test
  void theProfileIsDeletedAfterAQuestionThatSaysWhatIsLost() throws IOException {
    homes.portal().loseAnswer(Transaction.CREATE_ACCOUNT);
    asksAndLeaves();
    try (Person alice = homes.manager("desktop", 80)) {
      alice.sees("account [alice@example.com]:").types(CTRL_D);
      alice.chooses("Delete the profile from").sees("nothing brings them back.");
      alice.sees("It has asked for the account alice@example.com. If the portal has made it, the");
      alice.answers("for good? (yes or no):", "no").sees("The profile was not deleted.");
      assertEquals(1, homes.session("desktop").profiles().size());
      alice.chooses("Delete the profile from").answers("for good? (yes or no):", "yes");
      alice.sees("The profile is deleted from this computer.").sees("Make a new profile");
      alice.chooses("Leave");
      assertEquals(0, alice.ends());
    }
    assertEquals(0, homes.session("desktop").profiles().size());
    // The portal had made the account, and nobody has its keys.
    assertTrue(homes.session("desktop").profileAt(Homes.ALICE).isPresent());
  }

  @Test
  void aRequestThatWasLostIsRepeatedWithTheTypedAccount() throws IOException {
    Scenes.aProfile(homes);
    homes.portal().loseRequest(Transaction.CONNECT_START);
    try (Person phone = homes.tool("phone", 40)) {
      phone.answers("account to connect to:", Homes.ALICE);
      phone.answers("a name for this device:", "phone").sees("cannot be reached");
      phone.answers("account to connect to [alice@example.com]:", "").sees("take this code?");
      phone.types("\u0003").sees("The request to alice@example.com stays open.");
      assertEquals(130, phone.ends());
    }
  }

  @Test
  void aFurtherAccountIsRepeatedAlsoByTheNextStart() throws IOException {
    Scenes.aProfile(homes);
    homes.portal().loseAnswer(Transaction.CREATE_ACCOUNT);
    try (Person alice = homes.manager("desktop", 80)) {
      alice.chooses("Accounts at portals");
      alice.chooses("Add an account at a portal");
      alice.answers("new account:", "second@example.com").sees("cannot be reached");
      alice.types("\u0003").sees("It is not known whether the account second@example.com was made");
      assertEquals(130, alice.ends());
    }
    try (Person alice = homes.manager("desktop", 80)) {
      alice.chooses("Accounts at portals");
      alice.chooses("Add an account at a portal");
      alice.sees("new account:").types("second@example.com").sees("this profile's own").enters();
      alice.sees("All portals have all of the profile.").chooses("Leave");
      assertEquals(0, alice.ends());
    }
    assertEquals(2, homes.session("desktop").accounts().size());
  }
}
