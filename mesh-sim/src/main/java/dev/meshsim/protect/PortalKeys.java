package dev.meshsim.protect;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a portal: its private keys, and its statements from the newest back. Immutable; the
 * private keys stay in memory as long as the portal runs.
 */
public final class PortalKeys {

  private final List<KeyStatement> statements;
  private final PrivateJwk signature;
  private final PrivateJwk encryption;
  private final @Nullable PrivateJwk log;

  /** The form in a portal's store. */
  private record Stored(
      @JsonProperty("Statements") List<Bytes> statements,
      @JsonProperty("Signature") JsonNode signature,
      @JsonProperty("Encryption") JsonNode encryption,
      @JsonProperty("Log") @Nullable JsonNode log) {}

  private PortalKeys(
      List<KeyStatement> statements,
      PrivateJwk signature,
      PrivateJwk encryption,
      @Nullable PrivateJwk log) {
    this.statements = List.copyOf(statements);
    this.signature = signature;
    this.encryption = encryption;
    this.log = log;
  }

  /** Makes the first keys of a portal. */
  public static PortalKeys make(World world, String domain, Suite suite) {
    return next(world, domain, suite, null, false);
  }

  /** Makes the first keys of a portal whose log has checkpoints. */
  static PortalKeys makeWithLog(World world, String domain, Suite suite) {
    return next(world, domain, suite, null, true);
  }

  /** Makes the keys that follow these: the present signature key signs their statement. */
  public PortalKeys change(World world, Suite suite) {
    return next(world, newest().domain(), suite, this, log != null);
  }

  /** The same keys and one for the checkpoints of the log, with a statement of them. */
  PortalKeys withLog(World world) {
    RandomStream random = world.stream("portal " + newest().domain(), "log key");
    PrivateJwk made = PrivateJwk.generate(KeySpec.ED25519, random);
    List<KeyStatement> all = new ArrayList<>();
    all.add(
        KeyStatement.of(
            newest().domain(),
            newest().number() + 1,
            signature,
            encryption.publicJwk(),
            NoteKey.of(newest().domain(), KeyType.ED25519, made.publicJwk()),
            newest(),
            null,
            random));
    statements.stream().limit(KnownKeys.MOST_STATEMENTS - 1).forEach(all::add);
    return new PortalKeys(all, signature, encryption, made);
  }

  private static PortalKeys next(
      World world, String domain, Suite suite, @Nullable PortalKeys before, boolean withLog) {
    RandomStream random = world.stream("portal " + domain, "protection keys");
    PrivateJwk signature = PrivateJwk.generate(suite.signature(), random);
    PrivateJwk encryption = PrivateJwk.generate(suite.encryption(), random);
    PrivateJwk log = withLog ? PrivateJwk.generate(KeySpec.ED25519, random) : null;
    List<KeyStatement> statements = new ArrayList<>();
    statements.add(
        KeyStatement.of(
            domain,
            before == null ? 1 : before.newest().number() + 1,
            signature,
            encryption.publicJwk(),
            log == null ? null : NoteKey.of(domain, KeyType.ED25519, log.publicJwk()),
            before == null ? null : before.newest(),
            before == null ? null : before.signature,
            random));
    if (before != null) {
      before.statements.stream().limit(KnownKeys.MOST_STATEMENTS - 1).forEach(statements::add);
    }
    return new PortalKeys(statements, signature, encryption, log);
  }

  /**
   * Reads keys from their stored form.
   *
   * @throws ProtectException {@code protect.bad-keys} if they are of another domain or damaged
   */
  public static PortalKeys read(String domain, SecretBytes json) {
    byte[] text = json.expose();
    try {
      Stored stored = MeshJson.read(Bytes.of(text), Stored.class);
      List<KeyStatement> statements = stored.statements().stream().map(KeyStatement::read).toList();
      PrivateJwk signature = PrivateJwk.fromJson(stored.signature());
      PrivateJwk encryption = PrivateJwk.fromJson(stored.encryption());
      PrivateJwk log = stored.log() == null ? null : PrivateJwk.fromJson(stored.log());
      if (statements.isEmpty()
          || !statements.get(0).domain().equals(domain)
          || !statements.get(0).signature().equals(signature.publicJwk())
          || !statements.get(0).encryption().equals(encryption.publicJwk())
          || !statements.get(0).log().equals(keyOf(domain, log))) {
        throw ProtectException.badKeys(domain, "they are not those of its newest statement");
      }
      return new PortalKeys(statements, signature, encryption, log);
    } catch (ProtectException e) {
      throw e.errorCode() == ProtectException.Code.BAD_KEYS
          ? e
          : ProtectException.badKeys(domain, e.problem());
    } catch (MeshException e) {
      // The cause is left out: it may quote what it could not read.
      throw ProtectException.badKeys(domain, "they are damaged (" + e.code() + ")");
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private static Optional<NoteKey> keyOf(String domain, @Nullable PrivateJwk log) {
    return Optional.ofNullable(log)
        .map(key -> NoteKey.of(domain, KeyType.ED25519, key.publicJwk()));
  }

  /** The stored form: secret JSON with the private keys. */
  public SecretBytes toJson() {
    return SecretBytes.moveFrom(
        MeshJson.write(
                new Stored(
                    statements.stream().map(KeyStatement::text).toList(),
                    tree(signature),
                    tree(encryption),
                    log == null ? null : tree(log)))
            .toArray());
  }

  private static JsonNode tree(PrivateJwk key) {
    try (SecretBytes json = key.toJson(null)) {
      byte[] octets = json.expose();
      try {
        return MeshJson.readTree(Bytes.of(octets));
      } finally {
        Arrays.fill(octets, (byte) 0);
      }
    }
  }

  /** The statement of these keys. */
  public KeyStatement newest() {
    return statements.get(0);
  }

  /** The texts of the statements, newest first, as Hello shows them. */
  public List<Bytes> shown() {
    return statements.stream().map(KeyStatement::text).toList();
  }

  PrivateJwk signature() {
    return signature;
  }

  /** The signer of the log's checkpoints, if the portal makes them. */
  Optional<NoteSigner> logSigner(RandomStream random) {
    return Optional.ofNullable(log)
        .map(key -> new NoteSigner(newest().domain(), KeyType.ED25519, key, random));
  }

  /**
   * Signs a text of the portal with its present key.
   *
   * @param type the {@code typ} of the protected header, which no other kind of text has
   */
  public JsonWebSignature sign(Bytes payload, String type, RandomStream random) {
    return Jws.sign(payload, signature, newest().fingerprint(), Map.of("typ", type), random);
  }

  PrivateJwk encryption() {
    return encryption;
  }

  /** The statement of the keys; no private part. */
  @Override
  public String toString() {
    return "PortalKeys[" + newest() + "]";
  }
}
