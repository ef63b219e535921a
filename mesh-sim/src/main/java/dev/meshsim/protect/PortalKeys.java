package dev.meshsim.protect;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** The form in a portal's store. */
  private record Stored(
      @JsonProperty("Statements") List<Bytes> statements,
      @JsonProperty("Signature") JsonNode signature,
      @JsonProperty("Encryption") JsonNode encryption) {}

  private PortalKeys(List<KeyStatement> statements, PrivateJwk signature, PrivateJwk encryption) {
    this.statements = List.copyOf(statements);
    this.signature = signature;
    this.encryption = encryption;
  }

  /** Makes the first keys of a portal. */
  public static PortalKeys make(World world, String domain, Suite suite) {
    return next(world, domain, suite, null);
  }

  /** Makes the keys that follow these: the present signature key signs their statement. */
  public PortalKeys change(World world, Suite suite) {
    return next(world, newest().domain(), suite, this);
  }

  private static PortalKeys next(
      World world, String domain, Suite suite, @Nullable PortalKeys before) {
    RandomStream random = world.stream("portal " + domain, "protection keys");
    PrivateJwk signature = PrivateJwk.generate(suite.signature(), random);
    PrivateJwk encryption = PrivateJwk.generate(suite.encryption(), random);
    List<KeyStatement> statements = new ArrayList<>();
    statements.add(
        KeyStatement.of(
            domain,
            before == null ? 1 : before.newest().number() + 1,
            signature,
            encryption.publicJwk(),
            before == null ? null : before.signature,
            random));
    if (before != null) {
      before.statements.stream().limit(KnownKeys.MOST_STATEMENTS - 1).forEach(statements::add);
    }
    return new PortalKeys(statements, signature, encryption);
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
      if (statements.isEmpty()
          || !statements.get(0).domain().equals(domain)
          || !statements.get(0).signature().equals(signature.publicJwk())
          || !statements.get(0).encryption().equals(encryption.publicJwk())) {
        throw ProtectException.badKeys(domain, "they are not those of its newest statement");
      }
      return new PortalKeys(statements, signature, encryption);
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

  /** The stored form: secret JSON with both private keys. */
  public SecretBytes toJson() {
    return SecretBytes.moveFrom(
        MeshJson.write(
                new Stored(
                    statements.stream().map(KeyStatement::text).toList(),
                    tree(signature),
                    tree(encryption)))
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

  PrivateJwk encryption() {
    return encryption;
  }

  /** The statement of the keys; no private part. */
  @Override
  public String toString() {
    return "PortalKeys[" + newest() + "]";
  }
}
