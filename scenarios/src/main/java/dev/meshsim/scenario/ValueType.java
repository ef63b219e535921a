package dev.meshsim.scenario;

import dev.meshsim.protocol.Transaction;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.forger.Forgery;
import dev.meshsim.sim.hostile.HostileBehaviour;
import dev.meshsim.sim.watch.WitnessConduct;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The type of a key's value. */
public enum ValueType {
  /** The machine that acts, one of {@code machines}. */
  ACTOR("a machine", "desktop"),
  /** Another machine of the scenario. */
  MACHINE("a machine", "phone"),
  /** A portal of the scenario. */
  PORTAL("a portal of the scenario", "example.com"),
  /** {@code user@domain}. */
  ACCOUNT("an account, user@domain", "alice@example.com"),
  /** Several accounts. */
  ACCOUNTS("an account or a list of accounts", "[alice@two.example]"),
  /** Any text. */
  TEXT("a text", "Alice Desktop"),
  /** A name of messages, which their files have. */
  LABEL("a name: letters, digits and hyphens, at most 64", "first-request"),
  /** Several texts. */
  TEXTS("a text or a list of texts", "[bank.com]"),
  /** {@code true} or {@code false}. */
  FLAG("true or false", "true"),
  /** A time that passes. */
  DURATION("a time: a number of seconds, minutes, hours, days or weeks", "8 days"),
  /** The error of a clock. */
  CLOCK("right, or a time and \"ahead\" or \"behind\"", "10 minutes ahead"),
  /** {@code K of N}. */
  QUORUM("K of N, two numbers from 1 to 15", "2 of 4"),
  /** Shares of an escrow, by number. */
  SHARES(
      "a list of shares: a number, or a machine and a number, perhaps followed by \"with a typo\"",
      "[1, 3]"),
  /** How an administrator closes a connection request. */
  DECISION("ACCEPTED or REJECTED", "ACCEPTED"),
  /** The version that decides a conflict. */
  SIDE("mine or theirs", "mine"),
  /** A kind of application profile. */
  APPLICATION("one of " + String.join(", ", applications()), "PasswordProfile"),
  /** A fault of the messages or the commits of one machine, by its name. */
  FAULT("one of " + String.join(", ", plannedFaults()), "answer lost"),
  /** A fault of the disk of a machine or portal, by its name. */
  DISK_FAULT("one of " + String.join(", ", diskFaults()), "power cut"),
  /** A whole number. */
  NUMBER("a number from 1 to 999999", "3"),
  /** A forged request, by its name. */
  FORGERY("one of " + String.join(", ", Forgery.labels()), "taken account"),
  /** A lie of a portal, by its name. */
  LIE("one of " + String.join(", ", lies()), "old profile"),
  /** A witness of the scenario. */
  WITNESS("a witness, w1 to w9", "w1"),
  /** The conduct of a witness. */
  CONDUCT("one of " + String.join(", ", WitnessConduct.labels()), "away"),
  /** How many steps follow, as a number. */
  COUNT("a number of steps, from 2 to 99", "2"),
  /** The turns of machines, in order. */
  TURNS(
      "a list of turns: a machine, perhaps followed by \"after\" and a time",
      "[desktop, phone after 2 seconds]"),
  /** A transaction of the protocol. */
  TRANSACTION("a transaction, as the protocol names it", "Publish"),
  /** The exact text of a message to the portal. */
  MESSAGE("a message's exact text", "'{\"Hello\":{}}'");

  private final String accepted;
  private final String example;

  ValueType(String accepted, String example) {
    this.accepted = accepted;
    this.example = example;
  }

  private static List<String> applications() {
    return List.of(
        "PasswordProfile",
        "BookmarkProfile",
        "ContactProfile",
        "CredentialProfile",
        "MailProfile",
        "NetworkProfile",
        "SSHProfile");
  }

  private static List<String> plannedFaults() {
    return Stream.of(Fault.Place.MESSAGES, Fault.Place.COMMITS)
        .flatMap(place -> Fault.of(place).stream())
        .map(Fault::label)
        .toList();
  }

  private static List<String> diskFaults() {
    return Fault.of(Fault.Place.DISK).stream().map(Fault::label).toList();
  }

  private static List<String> lies() {
    return Arrays.stream(HostileBehaviour.values()).map(HostileBehaviour::label).toList();
  }

  /** Every value of a type that takes one of a few words; empty for the other types. */
  public List<String> words() {
    return switch (this) {
      case FLAG -> List.of("true", "false");
      case DECISION -> List.of("ACCEPTED", "REJECTED");
      case SIDE -> List.of("mine", "theirs");
      case APPLICATION -> applications();
      case FAULT -> plannedFaults();
      case DISK_FAULT -> diskFaults();
      case FORGERY -> Forgery.labels();
      case LIE -> lies();
      case CONDUCT -> WitnessConduct.labels();
      case TRANSACTION -> Arrays.stream(Transaction.values()).map(Transaction::wireName).toList();
      default -> List.of();
    };
  }

  /** The accepted values, in words for a message. */
  public String accepted() {
    return accepted;
  }

  /** An example of a value, as written in a file. */
  public String example() {
    return example;
  }
}
