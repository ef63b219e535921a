package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import dev.meshsim.udf.Udf;
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
  private final List<Secret> all = new ArrayList<>();

  /**
   * A secret of a run.
   *
   * @param kind the form of its octets
   * @param machine the machine that has a key; empty for others
   * @param name a key's fingerprint, or a name for findings
   * @param octets the private data itself
   */
  public record Secret(Kind kind, String machine, String name, Bytes octets) {}

  /** The forms of secrets. */
  public enum Kind {
    /** A private key, a JWK in JSON (RFC 7517). */
    KEY,
    /** Octets of any length. */
    OCTETS,
    /** A text in UTF-8 that a scenario gives. */
    TEXT
  }

  /** Starts without secrets. */
  public RunSecrets() {}

  /** The secrets that another run had. */
  public static RunSecrets of(List<Secret> all) {
    RunSecrets secrets = new RunSecrets();
    all.forEach(secrets::add);
    return secrets;
  }

  /** All secrets, in the order in which they were made. */
  public List<Secret> all() {
    return List.copyOf(all);
  }

  private void add(Secret secret) {
    switch (secret.kind()) {
      case KEY -> {
        try (PrivateJwk key = PrivateJwk.fromJson(secret.octets())) {
          addKey(secret.machine(), secret.name(), key);
        }
      }
      case OCTETS -> addOctets(secret.name(), secret.octets().toArray());
      case TEXT -> addText(secret.name(), secret.octets().utf8());
    }
  }

  /** Takes the secrets of an event. */
  public void on(SimEvent event) {
    if (event instanceof SimEvent.Began began) {
      arguments(began);
    } else if (event instanceof SimEvent.Committed commit) {
      keys(commit.machine(), commit.changes());
    } else if (event instanceof SimEvent.CommitFailed failure) {
      keys(failure.machine(), failure.changes());
    } else if (event instanceof SimEvent.SecretMade made) {
      addOctets(made.what() + " of " + made.machine(), KeySecrets.of(made.octets()));
    }
  }

  private void arguments(SimEvent.Began began) {
    began
        .arguments()
        .forEach(
            (name, text) -> {
              if (ARGUMENTS.contains(name)) {
                addText("the " + name + " of " + began.word(), text);
              }
            });
  }

  private void addText(String name, String text) {
    Bytes octets = Bytes.utf8(text);
    if (octets.length() >= SecretIndex.SHORTEST_CANARY && known.add("text " + text)) {
      all.add(new Secret(Kind.TEXT, "", name, octets));
      index.addCanary(name, text);
    }
  }

  private void keys(String machine, List<MachineChange> changes) {
    for (MachineChange change : changes) {
      if (change instanceof MachineChange.Put put
          && put.record() instanceof MachineRecord.Key key) {
        addKey(machine, key.udf().text(), key.jwk());
      }
    }
  }

  /** Keeps a copy, since the machine clears its own, unless that has happened already. */
  private void addKey(String machine, String udf, PrivateJwk key) {
    Map<String, PrivateJwk> own = keys.computeIfAbsent(machine, name -> new HashMap<>());
    if (own.containsKey(udf)) {
      return;
    }
    try (SecretBytes json = key.toJson(null)) {
      own.put(udf, key.copy());
      all.add(new Secret(Kind.KEY, machine, udf, KeySecrets.exposed(json)));
    } catch (IllegalStateException e) {
      // It was cleared.
      return;
    }
    if (known.add("key " + udf)) {
      KeySecrets.of(key).forEach(octets -> search("the private key " + udf, octets));
    }
  }

  private void addOctets(String name, byte[] secret) {
    all.add(new Secret(Kind.OCTETS, "", name, Bytes.of(secret)));
    search(name, secret);
  }

  private void search(String name, byte[] secret) {
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
