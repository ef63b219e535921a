package dev.meshsim.profile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The private keys that an escrow entry holds (schema {@code EscrowedKeySet}): the master signature
 * key and the master escrow keys. Its JSON form is secret; writing what was read gives the same
 * octets.
 */
public final class EscrowedKeySet implements AutoCloseable {

  private static final String OBJECT = "EscrowedKeySet";
  private static final String SIGNATURE_KEY = "MasterSignatureKey";
  private static final String ESCROW_KEYS = "MasterEscrowKeys";

  private final PrivateJwk masterSignatureKey;
  private final List<PrivateJwk> masterEscrowKeys;

  /** Takes ownership of the keys: {@link #close()} closes them. */
  public EscrowedKeySet(PrivateJwk masterSignatureKey, List<PrivateJwk> masterEscrowKeys) {
    this.masterSignatureKey = masterSignatureKey;
    this.masterEscrowKeys = List.copyOf(masterEscrowKeys);
  }

  /** The key that the profile's identifier is the fingerprint of. */
  public PrivateJwk masterSignatureKey() {
    return masterSignatureKey;
  }

  /** The keys that the applications' shared data is encrypted to as well. */
  public List<PrivateJwk> masterEscrowKeys() {
    return masterEscrowKeys;
  }

  /** The tagged JSON of the set, with the members that {@code dialect} gives to keys. */
  public SecretBytes toJson(Dialect dialect) {
    SecretBuilder out = new SecretBuilder();
    out.text("{\"" + OBJECT + "\":{\"" + SIGNATURE_KEY + "\":");
    PrivateKeySet.append(out, dialect, masterSignatureKey);
    out.text(",\"" + ESCROW_KEYS + "\":[");
    for (int i = 0; i < masterEscrowKeys.size(); i++) {
      out.text(i == 0 ? "" : ",");
      PrivateKeySet.append(out, dialect, masterEscrowKeys.get(i));
    }
    return out.text("]}}").finish();
  }

  /**
   * Reads the form that {@link #toJson} writes, and in {@link Dialect#PORTAL_2017} the reference
   * implementation's.
   *
   * @throws MeshException if the text is not such a set
   */
  public static EscrowedKeySet fromJson(SecretBytes json, Dialect dialect) {
    byte[] text = json.expose();
    try {
      JsonNode set = dialect.json().readTree(Bytes.of(text)).path(OBJECT);
      List<PrivateJwk> escrowKeys = new ArrayList<>();
      for (JsonNode key : set.path(ESCROW_KEYS)) {
        escrowKeys.add(PrivateJwk.fromJson(KeyTags.untagPrivate(key)));
      }
      return new EscrowedKeySet(
          PrivateJwk.fromJson(KeyTags.untagPrivate(set.path(SIGNATURE_KEY))), escrowKeys);
    } catch (IllegalArgumentException e) {
      throw ProfileException.content(OBJECT, "it does not hold the keys that it should");
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  @Override
  public void close() {
    masterSignatureKey.close();
    masterEscrowKeys.forEach(PrivateJwk::close);
  }

  /** {@code EscrowedKeySet[n escrow keys]}. */
  @Override
  public String toString() {
    return OBJECT + "[" + masterEscrowKeys.size() + " escrow keys]";
  }
}
