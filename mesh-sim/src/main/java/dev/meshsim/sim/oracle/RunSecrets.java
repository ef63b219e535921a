package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import dev.meshsim.udf.Udf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The secrets of a run, collected from its events: the private keys that machines store, the
 * secrets that operations make, and the passwords and private texts that scenarios give. A report
 * is searched for them, and opens with them only what its reader asks to see.
 */
public final class RunSecrets {

  /** The arguments of operations that hold secrets. */
  static final Set<String> ARGUMENTS = Set.of("password", "text");

  private static final String ENCRYPTION = "JoseWebEncryption";

  private final SecretIndex index = new SecretIndex();
  private final Map<String, Map<String, PrivateJwk>> keys = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** Starts without secrets. */
  public RunSecrets() {}

  /** Takes the secrets of an event. */
  public void on(SimEvent event) {
    if (event instanceof SimEvent.Began began) {
      arguments(began);
    } else if (event instanceof SimEvent.Committed commit) {
      keys(commit.machine(), commit.changes());
    } else if (event instanceof SimEvent.CommitFailed failure) {
      keys(failure.machine(), failure.changes());
    } else if (event instanceof SimEvent.SecretMade made) {
      add(made.what() + " of " + made.machine(), KeySecrets.of(made.octets()));
    }
  }

  private void arguments(SimEvent.Began began) {
    began
        .arguments()
        .forEach(
            (name, text) -> {
              int octets = text.getBytes(StandardCharsets.UTF_8).length;
              if (ARGUMENTS.contains(name)
                  && octets >= SecretIndex.SHORTEST_CANARY
                  && known.add("text " + text)) {
                index.addCanary("the " + name + " of " + began.word(), text);
              }
            });
  }

  private void keys(String machine, List<MachineChange> changes) {
    for (MachineChange change : changes) {
      if (change instanceof MachineChange.Put put
          && put.record() instanceof MachineRecord.Key key
          && keep(machine, key)
          && known.add("key " + key.udf())) {
        KeySecrets.of(key.jwk()).forEach(octets -> add("the private key " + key.udf(), octets));
      }
    }
  }

  /** Keeps a copy, since the machine clears its own; false if that has happened already. */
  private boolean keep(String machine, MachineRecord.Key key) {
    try {
      keys.computeIfAbsent(machine, name -> new HashMap<>())
          .putIfAbsent(key.udf().text(), key.jwk().copy());
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void add(String name, byte[] secret) {
    if (secret.length >= SecretIndex.SHORTEST) {
      index.add(name, secret);
    }
  }

  /** The first secret in octets. */
  public Optional<SecretIndex.Found> find(Bytes octets) {
    return index.isEmpty() ? Optional.empty() : index.find(octets);
  }

  /** The machines that have keys, in the order of their names. */
  public List<String> machines() {
    return keys.keySet().stream().sorted().toList();
  }

  /**
   * Decrypts with the keys of a machine.
   *
   * @param encrypted a JoseWebEncryption as JSON, with its tag or without
   * @return the content; empty if it is encrypted to no key of the machine, or is no encryption
   */
  public Optional<Bytes> open(Bytes encrypted, String machine, Dialect dialect) {
    Map<String, PrivateJwk> own = keys.getOrDefault(machine, Map.of());
    try {
      JsonNode tree = dialect.json().readTree(encrypted);
      JsonNode inner = tree.has(ENCRYPTION) ? tree.path(ENCRYPTION) : tree;
      JsonWebEncryption message = MeshJson.fromTree(inner, JsonWebEncryption.class);
      for (String kid : recipients(message)) {
        PrivateJwk key = own.get(kid);
        if (key != null) {
          try (var content = dialect.encryption().decrypt(message, Udf.parse(kid), key)) {
            return Optional.of(KeySecrets.exposed(content));
          }
        }
      }
      return Optional.empty();
    } catch (MeshException e) {
      // Not an encryption, or not in this dialect.
      return Optional.empty();
    }
  }

  private static List<String> recipients(JsonWebEncryption message) {
    List<String> kids = new ArrayList<>();
    for (JsonWebEncryption.WrappedKey recipient : message.recipients()) {
      var header = recipient.header();
      String kid = header == null ? "" : header.path("kid").asString("");
      if (!kid.isEmpty()) {
        kids.add(kid);
      }
    }
    return kids;
  }
}
