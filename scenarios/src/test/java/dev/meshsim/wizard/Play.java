package dev.meshsim.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps that people take with the wizards. */
final class Play {

  private Play() {}

  /** Makes a profile with passwords, without shares. */
  static void makesProfile(Person alice) {
    alice.chooses("Make a new profile");
    alice.sees("account:").types(Homes.ALICE).sees("@example.com free").recordsLine().enters();
    alice.answers("a name for this computer:", "desktop");
    alice.chooses("PasswordProfile");
    alice.sees("PasswordProfile is added.").chooses("No more");
  }

  /** Makes shares, and returns what was written down. */
  static List<String> makesShares(Person alice) {
    List<String> paper = new ArrayList<>();
    alice.answers("how many shares [3]:", "");
    alice.answers("bring the profile back [2]:", "");
    for (int i = 1; i <= 3; i++) {
      alice.recordsBefore("Share " + i + " of 3 is written down.");
      String share = alice.writesDown("Write down share " + i + " of 3");
      paper.add(share);
      alice.sees("Type share " + i + " of 3");
      alice.types(share.toLowerCase(Locale.ROOT)).sees("as it was shown");
      alice.recordsLine().enters();
    }
    alice.recordsBefore("").sees("The shares are in force");
    return paper;
  }

  /** Asks on a new device, and returns the code that it shows. */
  static String asks(Person other, String name) {
    other.answers("account to connect to:", Homes.ALICE);
    other.answers("a name for this device:", name);
    other.sees("Did the administration device take this code?");
    return other.code();
  }

  /** Accepts a device, which may change the passwords. */
  static void accepts(Person alice, String code) {
    alice.chooses("Connect a device");
    alice.answers("Type the code that the device shows, or no:", code);
    alice.sees("PasswordProfile on this device:").chooses("to read and change");
    alice.sees("The device is connected.");
  }

  /** Sets a password on a connected device. */
  static void setsPassword(Person other, String password) {
    other.chooses("PasswordProfile");
    other.chooses("Set the password of a site");
    other.answers("site:", "example.org");
    other.answers("user:", "alice");
    other.sees("password of example.org:").types(password).sees(password);
    other.recordsLine().enters().sees("The password is set");
  }

  /** Recovers the profile on a new computer. */
  static void recovers(Person alice, List<String> paper) {
    alice.chooses("Recover a profile from its shares");
    alice.answers("account of the profile:", Homes.ALICE);
    alice.recordsBefore("1 of 2 shares").sees("Type a share:");
    alice.types(paper.get(2)).sees("2 are needed").recordsLine().enters();
    alice.recordsBefore("2 of 2 shares").sees("Type share 2 of 2:");
    alice.types(paper.get(0)).sees("of the same secret").recordsLine().enters();
    alice.recordsBefore("");
    alice.answers("a name for this computer:", "new desktop");
    alice.sees("The profile is recovered");
  }
}
