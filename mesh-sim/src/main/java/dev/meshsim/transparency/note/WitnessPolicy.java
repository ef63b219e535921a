package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom somebody trusts to witness logs (C2SP tlog-policy): logs, witnesses, groups of them, and
 * whose cosignatures a checkpoint needs. Immutable.
 */
public final class WitnessPolicy {

  /** The most octets of a policy's file. */
  public static final int MOST_OCTETS = 256 * 1024;

  /**
   * A log or a witness with its address.
   *
   * @param name the name in the policy; of a log its origin
   * @param key its key
   * @param url the address of a log, or the submission prefix of a witness; empty if there is none
   */
  public record Party(String name, NoteKey key, Optional<String> url) {}

  /** Members of which so many must have witnessed a checkpoint; a witness has none. */
  private record Group(int threshold, List<String> members) {}

  private final List<Party> logs;
  private final List<Party> witnesses;
  private final Map<String, Group> groups;
  private final Optional<String> quorum;

  private WitnessPolicy(
      List<Party> logs, List<Party> witnesses, Map<String, Group> groups, Optional<String> quorum) {
    this.logs = List.copyOf(logs);
    this.witnesses = List.copyOf(witnesses);
    this.groups = Map.copyOf(groups);
    this.quorum = quorum;
  }

  /**
   * Reads a policy.
   *
   * @throws dev.meshsim.transparency.tree.TransparencyException {@code transparency.bad-policy}
   *     with the line, if it is none
   */
  public static WitnessPolicy parse(Bytes octets) {
    return new PolicyReader(octets).read();
  }

  /**
   * So many of these witnesses.
   *
   * @param needed how many, 1 to their number
   */
  public static WitnessPolicy of(int needed, List<Party> witnesses) {
    if (needed < 1 || needed > witnesses.size()) {
      throw new IllegalArgumentException("1 witness or more, and at most as many as there are");
    }
    Group all = new Group(needed, witnesses.stream().map(Party::name).toList());
    return new WitnessPolicy(List.of(), witnesses, Map.of("all", all), Optional.of("all"));
  }

  /** The logs, in the order of their lines. */
  public List<Party> logs() {
    return logs;
  }

  /** The witnesses, in the order of their lines. */
  public List<Party> witnesses() {
    return witnesses;
  }

  /** True if a checkpoint needs a cosignature. */
  public boolean needsWitnesses() {
    return quorum.isPresent();
  }

  /** The time of the latest cosignature of a note by a witness; not verified; empty for none. */
  public Optional<Instant> latest(Note note) {
    return witnesses.stream()
        .flatMap(witness -> Cosignature.time(note, witness.key()).stream())
        .max(Instant::compareTo);
  }

  /** True if cosignatures by these keys are enough. */
  public boolean isMetBy(Collection<NoteKey> cosigned) {
    Set<String> names = new HashSet<>();
    witnesses.stream()
        .filter(one -> cosigned.contains(one.key()))
        .forEach(one -> names.add(one.name()));
    return quorum.map(name -> isMet(name, names)).orElse(true);
  }

  private boolean isMet(String name, Set<String> cosigned) {
    Group group = groups.get(name);
    if (group == null) {
      return cosigned.contains(name);
    }
    return group.members().stream().filter(member -> isMet(member, cosigned)).count()
        >= group.threshold();
  }

  /** The builder of a policy, line by line. */
  static final class Builder {

    private static final String NONE = "none";

    private final List<Party> logs = new ArrayList<>();
    private final List<Party> witnesses = new ArrayList<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private Optional<String> quorum = Optional.empty();
    private boolean hasQuorum;

    /** Adds a log; the text is why it cannot be one. */
    Optional<String> log(NoteKey key, Optional<String> url) {
      if (key.type() != KeyType.ED25519) {
        return Optional.of("the key is one of a witness, not of a log");
      }
      if (!keys.add("log " + key.publicKey())) {
        return Optional.of("this key has a line already");
      }
      logs.add(new Party(key.name(), key, url));
      return Optional.empty();
    }

    /** Adds a witness; the text is why it cannot be one. */
    Optional<String> witness(String name, NoteKey key, Optional<String> url) {
      if (key.type() != KeyType.COSIGNATURE) {
        return Optional.of("the key is one of a log, not of a witness");
      }
      if (!keys.add("witness " + key.publicKey())) {
        return Optional.of("this key has a line already");
      }
      witnesses.add(new Party(name, key, url));
      return define(name);
    }

    /** Adds a group; the text is why it cannot be one. */
    Optional<String> group(String name, String threshold, List<String> listed) {
      if (listed.isEmpty()) {
        return Optional.of("a group has members");
      }
      for (String member : listed) {
        if (!names.contains(member)) {
          return Optional.of("there is no witness or group of that name above: " + member);
        }
        if (!members.add(member)) {
          return Optional.of("a name is a member once: " + member);
        }
      }
      long needed =
          switch (threshold) {
            case "any" -> 1;
            case "all" -> listed.size();
            default -> DecimalSize.parse(threshold).orElse(0);
          };
      if (needed < 1 || needed > listed.size()) {
        return Optional.of("a group needs any, all, or 1 to " + listed.size() + " of its members");
      }
      groups.put(name, new Group((int) needed, List.copyOf(listed)));
      return define(name);
    }

    /** Sets the quorum; the text is why it cannot be that. */
    Optional<String> quorum(String name) {
      if (hasQuorum) {
        return Optional.of("there is a quorum already");
      }
      hasQuorum = true;
      if (name.equals(NONE)) {
        return Optional.empty();
      }
      quorum = Optional.of(name);
      return names.contains(name)
          ? Optional.empty()
          : Optional.of("there is no witness or group of that name above: " + name);
    }

    private Optional<String> define(String name) {
      if (name.equals(NONE)) {
        return Optional.of("none is no name of a witness or group");
      }
      return names.add(name) ? Optional.empty() : Optional.of("this name is taken: " + name);
    }

    /** The policy; empty if a quorum is missing. */
    Optional<WitnessPolicy> build() {
      return hasQuorum
          ? Optional.of(new WitnessPolicy(logs, witnesses, groups, quorum))
          : Optional.empty();
    }
  }
}
