package dev.meshsim.wizard;

import java.util.Locale;
import java.util.Objects;

/**
 * Everything that the wizards ask a person, with its words. Each is asked in one place of the code;
 * {@code %s} stands for what {@link #about} gives.
 */
public enum Prompt {
  /** The profile manager's choice of a task. */
  TASK("Type a number."),
  /** The name of an account to make. */
  NEW_ACCOUNT("account"),
  /** The name of this computer's device. */
  COMPUTER_NAME("a name for this computer"),
  /** An application to add. */
  APPLICATION("Which data shall your devices share?"),
  /** The offer of shares after a profile was made. */
  FIRST_SHARES("Shares on paper bring the profile back if this device is lost. Make them now?"),
  /** The offer of the shares that an earlier run did not make. */
  MISSING_SHARES("Make the shares now?"),
  /** The number of shares. */
  SHARE_COUNT("how many shares"),
  /** The quorum of the shares. */
  QUORUM("how many of them bring the profile back"),
  /** A share to write down. */
  SHARE_TO_WRITE("Write down %s:"),
  /** A share to type back from paper. */
  SHARE_TYPED_BACK("Type %s from your paper. Ctrl-D shows it again"),
  /** The account of the profile to recover. */
  LOST_ACCOUNT("account of the profile"),
  /** A share that brings a profile back, or opens the master key. */
  SHARE("Type %s"),
  /** The wait for the request of a device. */
  REQUEST("Waiting for a request."),
  /** The code that a device shows. */
  CODE("Type the code that the device shows, or no"),
  /** The wish of a device to become an administrator. */
  ADMINISTRATOR("The device asks to be an administrator too. Shall it be one?"),
  /** The use of an application on a device. */
  USE("%s on this device:"),
  /** A request to reject. */
  REJECTED("Which request is not yours?"),
  /** A device to remove. */
  LOST_DEVICE("Which one?"),
  /** The confirmation that the device is removed. */
  REMOVAL("Remove %s for good?"),
  /** The choice of a task with the accounts. */
  ACCOUNT_TASK("What shall be done?"),
  /** The name of a further account. */
  FURTHER_ACCOUNT("new account"),
  /** An account to make the usual one, or to delete. */
  ACCOUNT("Which one?"),
  /** The confirmation that the account is deleted. */
  ACCOUNT_DELETION("Delete %s for good? Nobody gets it again."),
  /** The account's name, to delete the profile from this computer. */
  PROFILE_DELETION("Type the account's name to delete it"),
  /** The confirmation that a profile without an account is deleted from this computer. */
  UNFINISHED_DELETION("Delete the profile and its master keys for good?"),
  /** The offer to repeat a step whose portal was away. */
  AGAIN("Shall it be tried again?"),
  /** The account that a device connects to. */
  CONNECTED_ACCOUNT("account to connect to"),
  /** The name of a device that connects. */
  DEVICE_NAME("a name for this device"),
  /** The confirmation that the administration device has taken the code. */
  CODE_TAKEN("Did the administration device take this code?"),
  /** The wait for an administrator's answer. */
  ANSWER("Waiting until an administrator accepts this device."),
  /** The connection tool's choice of an application. */
  GIVEN_APPLICATION("Type a number."),
  /** The content of an application. */
  CONTENT("The content of %s:"),
  /** The choice of a password, or of what to do with the passwords. */
  PASSWORD_TASK("Type a number."),
  /** A password to read. */
  PASSWORD_TO_READ("The password of %s:"),
  /** The site of a password to set. */
  SITE("site"),
  /** The user of a password to set. */
  USER("user"),
  /** A password to set. */
  PASSWORD("password of %s");

  private final String text;

  Prompt(String text) {
    this.text = text;
  }

  /**
   * The words of a prompt in one place.
   *
   * @param text the words, without the mark at their end if it is a question for a line
   */
  public record Wording(Prompt prompt, String text) {

    /** Checks that nothing is null. */
    public Wording {
      Objects.requireNonNull(prompt);
      Objects.requireNonNull(text);
    }
  }

  /**
   * The words about these things.
   *
   * @param things one for each {@code %s}
   */
  public Wording about(Object... things) {
    return new Wording(this, String.format(Locale.ROOT, text, things));
  }
}
