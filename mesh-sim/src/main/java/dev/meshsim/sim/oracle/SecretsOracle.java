package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * No private key, share or password is in a message or in the text of a failure. Every key that a
 * machine stores is looked for from then on, and in the messages of the operation that stored it.
 */
final class SecretsOracle implements Oracle {

  /** A text shorter than a secret is looked for if it begins so. */
  private static final String CANARY = "canary";

  /** The most messages of one operation that are searched again. */
  private static final int MESSAGES = 256;

  /** An operation that is not at its end. */
  private static final class Running {
    final List<Bytes> texts = new ArrayList<>();
    SecretIndex fresh = new SecretIndex();
  }

  private final SecretIndex index = new SecretIndex();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Running> running = new HashMap<>();
  private Bytes searched = Bytes.EMPTY;

  @Override
  public String name() {
    return "secrets";
  }

  @Override
  public String law() {
    return "No private key, share or password is in a message or in the text of a failure.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Began.class,
        SimEvent.Ended.class,
        SimEvent.Committed.class,
        SimEvent.CommitFailed.class,
        SimEvent.SecretMade.class,
        SimEvent.Exchanged.class,
        SimEvent.Received.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Began began) {
      running.put(began.machine(), new Running());
      arguments(began);
    } else if (event instanceof SimEvent.Committed commit) {
      keys(commit.machine(), commit.changes());
    } else if (event instanceof SimEvent.CommitFailed failure) {
      keys(failure.machine(), failure.changes());
    } else if (event instanceof SimEvent.SecretMade made) {
      add(made.machine(), made.machine() + "'s " + made.what(), KeySecrets.of(made.octets()));
    } else if (event instanceof SimEvent.Exchanged exchanged) {
      search(exchanged.machine(), exchanged.request(), "a request of ", verdict);
      search(exchanged.machine(), exchanged.response(), "a response to ", verdict);
    } else if (event instanceof SimEvent.Received received) {
      // What arrives is nearly always what was sent just before.
      if (!received.response().equals(searched)) {
        search(received.machine(), received.request(), "a request of ", verdict);
        search(received.machine(), received.response(), "a response to ", verdict);
      }
    } else if (event instanceof SimEvent.Ended ended) {
      failure(ended, verdict);
      again(ended.began().machine(), verdict);
    }
  }

  private void arguments(SimEvent.Began began) {
    began
        .arguments()
        .forEach(
            (name, text) -> {
              byte[] octets = text.getBytes(StandardCharsets.UTF_8);
              if (!RunSecrets.ARGUMENTS.contains(name) || !known.add("text " + text)) {
                return;
              }
              String what = "the " + name + " of " + began.word() + " on " + began.machine();
              if (octets.length >= SecretIndex.SHORTEST) {
                index.add(what, octets);
              } else if (text.startsWith(CANARY) && octets.length >= SecretIndex.SHORTEST_CANARY) {
                index.addCanary(what, text);
              }
            });
  }

  private void keys(String machine, List<MachineChange> changes) {
    for (MachineChange change : changes) {
      if (change instanceof MachineChange.Put put
          && put.record() instanceof MachineRecord.Key key
          && !known.contains("key " + key.udf())) {
        List<byte[]> secrets = KeySecrets.of(key.jwk());
        if (!secrets.isEmpty()) {
          known.add("key " + key.udf());
        }
        secrets.forEach(secret -> add(machine, "the private key " + key.udf(), secret));
      }
    }
  }

  private void add(String machine, String name, byte[] secret) {
    if (secret.length >= SecretIndex.SHORTEST) {
      index.add(name, secret);
      of(machine).fresh.add(name, secret);
    }
  }

  private Running of(String machine) {
    return running.computeIfAbsent(machine, name -> new Running());
  }

  private void search(String machine, Bytes text, String where, Verdict verdict) {
    searched = text;
    Running operation = of(machine);
    if (operation.texts.size() < MESSAGES) {
      operation.texts.add(text);
    }
    report(index.find(text), where + machine, verdict);
  }

  private static void report(Optional<SecretIndex.Found> found, String where, Verdict verdict) {
    found.ifPresent(secret -> verdict.violated(where + " has " + secret));
  }

  /** Looks for the keys that the operation has stored in its messages before that. */
  private void again(String machine, Verdict verdict) {
    Running ended = running.remove(machine);
    if (ended != null && !ended.fresh.isEmpty()) {
      ended.texts.forEach(
          text -> report(ended.fresh.find(text), "an earlier message of " + machine, verdict));
    }
  }

  private void failure(SimEvent.Ended ended, Verdict verdict) {
    Set<Throwable> seen = new HashSet<>();
    List<Throwable> next = new ArrayList<>();
    ended.failure().ifPresent(next::add);
    while (!next.isEmpty()) {
      Throwable failure = next.remove(next.size() - 1);
      if (seen.add(failure)) {
        report(
            index.find(failure.toString()),
            "the failure of " + ended.began().word() + " on " + ended.began().machine(),
            verdict);
        next.addAll(List.of(failure.getSuppressed()));
        Optional.ofNullable(failure.getCause()).ifPresent(next::add);
      }
    }
  }
}
