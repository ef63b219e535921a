package dev.meshsim.sim.oracle;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fewer right shares than the quorum never recover a profile. A quorum of right shares and no wrong
 * ones always gives the secret, and what is recovered is the escrowed profile with its master keys.
 */
final class QuorumOracle implements Oracle {

  private static final Pattern QUORUM = Pattern.compile("([0-9]{1,3}) of ([0-9]{1,3})");
  private static final Pattern SHARE =
      Pattern.compile("(?:([A-Za-z0-9_-]+) +)?([1-9][0-9]?)( with a typo)?");

  /** A share in the form of the record that a scenario's reader makes of it. */
  private static final Pattern REFERENCE =
      Pattern.compile("machine=([^,\\]]+), number=([0-9]+), typo=(true|false)");

  /**
   * The latest escrow that was made on a machine.
   *
   * @param profile the profile at that time, if the machine had one only
   */
  private record Escrow(int quorum, int shares, Optional<ProfileFacts> profile) {}

  /** A share as a person gives it. */
  private record Given(String machine, int number, boolean typo) {}

  private final Map<String, Escrow> escrows = new HashMap<>();

  @Override
  public String name() {
    return "quorum-recovers";
  }

  @Override
  public String law() {
    return "Fewer shares than the quorum never recover a profile, and a quorum gives the same master"
        + " keys.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Ended.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Ended ended) {
      String word = ended.began().word();
      boolean escrowed = word.equals("escrow") || word.equals("renewEscrow");
      if (escrowed && ended.done()) {
        escrowed(ended.began(), scene);
      } else if (word.equals("recover")) {
        recovered(ended, scene, verdict);
      }
    }
  }

  private void escrowed(SimEvent.Began began, Scene scene) {
    Matcher quorum = QUORUM.matcher(began.arguments().getOrDefault(began.word(), ""));
    List<SignedPersonalProfile> profiles = scene.history().profiles(began.machine());
    if (quorum.matches()) {
      escrows.put(
          began.machine(),
          new Escrow(
              Integer.parseInt(quorum.group(1)),
              Integer.parseInt(quorum.group(2)),
              profiles.size() == 1 ? scene.history().profile(profiles.get(0)) : Optional.empty()));
    }
  }

  private static List<Given> given(SimEvent.Began began) {
    List<Given> given = new ArrayList<>();
    String arguments = began.arguments().getOrDefault("shares", "");
    Matcher reference = REFERENCE.matcher(arguments);
    while (reference.find()) {
      given.add(
          new Given(
              reference.group(1),
              Integer.parseInt(reference.group(2)),
              reference.group(3).equals("true")));
    }
    String text = arguments.replaceAll("[\\[\\]\"']", "");
    for (String item : text.split(",", -1)) {
      Matcher share = SHARE.matcher(item.strip());
      if (share.matches()) {
        given.add(
            new Given(
                share.group(1) == null ? began.machine() : share.group(1),
                Integer.parseInt(share.group(2)),
                share.group(3) != null));
      }
    }
    return given;
  }

  private void recovered(SimEvent.Ended ended, Scene scene, Verdict verdict) {
    List<Given> given = given(ended.began());
    Map<String, Set<Integer>> right = new HashMap<>();
    boolean wrong = given.isEmpty();
    for (Given share : given) {
      Escrow of = escrows.get(share.machine());
      boolean good =
          of != null
              && !share.typo()
              && share.number() <= of.shares()
              && right
                  .computeIfAbsent(share.machine(), name -> new HashSet<>())
                  .add(share.number());
      wrong |= !good;
    }
    Optional<String> from =
        right.entrySet().stream()
            .filter(entry -> entry.getValue().size() >= quorum(entry.getKey()))
            .map(Map.Entry::getKey)
            .findFirst();
    String who = ended.began().machine();
    if (from.isEmpty() && ended.done()) {
      verdict.violated(who + " has recovered a profile with fewer shares than the quorum");
    } else if (from.isPresent() && !wrong && right.size() == 1) {
      if (ended.done()) {
        Optional.ofNullable(escrows.get(from.get()))
            .ifPresent(escrow -> same(ended, escrow, scene, verdict));
      } else if (isOfShares(ended)) {
        verdict.violated(who + " could not combine a quorum of right shares");
      }
    }
  }

  private int quorum(String machine) {
    Escrow escrow = escrows.get(machine);
    return escrow == null ? Integer.MAX_VALUE : escrow.quorum();
  }

  private static boolean isOfShares(SimEvent.Ended ended) {
    return ended
        .failure()
        .filter(failure -> failure instanceof MeshException e && e.code().startsWith("share."))
        .isPresent();
  }

  private static void same(SimEvent.Ended ended, Escrow escrow, Scene scene, Verdict verdict) {
    Optional<ProfileFacts> profile = escrow.profile();
    String who = ended.began().machine();
    if (!ended.sentences().contains("same profile")) {
      verdict.violated(who + " has recovered another profile than the escrowed one");
    } else if (profile.isPresent()) {
      List<PublicKey> keys = new ArrayList<>(profile.get().master().masterEscrowKeys());
      keys.add(profile.get().master().masterSignatureKey());
      Map<RecordKey, MachineRecord> records = scene.history().records(who);
      for (PublicKey key : keys) {
        if (!records.containsKey(new RecordKey(RecordKind.PRIVATE_KEY, key.udf().text()))) {
          verdict.violated(who + " has not recovered the master key " + key.udf());
        }
      }
    }
  }
}
