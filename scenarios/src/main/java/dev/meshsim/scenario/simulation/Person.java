package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.action.Observation;
import dev.meshsim.session.SessionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person of a simulation: an account, some machines, and what the person remembers. */
final class Person {

  private final String account;
  private final List<String> machines;
  private final Set<String> lost = new HashSet<>();
  private boolean hasAccount;
  private Optional<String> escrowedOn = Optional.empty();

  Person(String account, List<String> machines) {
    this.account = account;
    this.machines = List.copyOf(machines);
  }

  /** People with names that never repeat: {@code alice}, {@code bob} and so on, then numbers. */
  static List<Person> people(int count, int machines, List<String> portals) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = nameOf(i);
      List<String> own = new ArrayList<>();
      for (int m = 1; m <= machines; m++) {
        own.add(name + "-" + m);
      }
      people.add(new Person(name + "@" + portals.get(i % portals.size()), own));
    }
    return people;
  }

  private static String nameOf(int index) {
    List<String> names = List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace");
    return index < names.size() ? names.get(index) : "user" + (index + 1);
  }

  String account() {
    return account;
  }

  List<String> machines() {
    return machines;
  }

  boolean hasAccount() {
    return hasAccount;
  }

  /** The machine on which the latest escrow was made. */
  Optional<String> escrowedOn() {
    return escrowedOn;
  }

  /** True if the machine has said that its profile or account is gone. */
  boolean hasLost(String machine) {
    return lost.contains(machine);
  }

  /** Remembers what a step of the person has done. */
  void saw(String machine, String word, List<String> seen) {
    boolean succeeded = seen.contains(Observation.OK);
    if (seen.contains("error " + SessionException.Code.DELETED.code())
        || seen.contains("refused 404")) {
      lost.add(machine);
    }
    if (succeeded && Set.of("delete", "eraseTest", "wipe").contains(word)) {
      lost.remove(machine);
    }
    if (succeeded && word.equals("deleteAccount")) {
      hasAccount = false;
      lost.addAll(machines);
    }
    if (word.equals("createAccount") || word.equals("recover")) {
      hasAccount |= succeeded;
    }
    if (succeeded && (word.equals("escrow") || word.equals("renewEscrow"))) {
      escrowedOn = Optional.of(machine);
    }
  }
}
