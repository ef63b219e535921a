package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.LogName;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeys;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.world.RandomStream;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * A portal's signed word that a record is in its log: the payload of a JWS with the key of its
 * answers. It says when the record will be under a checkpoint at the latest, so that a record which
 * is not there then was dropped, and the receipt proves it.
 *
 * @param domain the domain of the portal
 * @param log the label of the log, {@code mesh} or {@code portal}
 * @param primaryKey the key that the record is about
 * @param number the number of the record, 1 or more
 * @param leafHash the hash of the record in the log's tree, 32 octets
 * @param time when the receipt was made
 * @param covered when the next checkpoint is made at the latest if somebody asks the portal
 */
public record Receipt(
    @JsonProperty("Domain") String domain,
    @JsonProperty("Log") String log,
    @JsonProperty("PrimaryKey") String primaryKey,
    @JsonProperty("Number") long number,
    @JsonProperty("LeafHash") Bytes leafHash,
    @JsonProperty("Time") Instant time,
    @JsonProperty("Covered") Instant covered) {

  /** The media type that the protected header's {@code typ} gives. */
  public static final String TYPE = "mesh-log-receipt+jws";

  private static final int MOST_OCTETS = 16 * 1024;

  /** Checks the parts. */
  public Receipt {
    Objects.requireNonNull(domain, "Domain");
    Objects.requireNonNull(primaryKey, "PrimaryKey");
    Objects.requireNonNull(time, "Time");
    Objects.requireNonNull(covered, "Covered");
    if (number < 1
        || leafHash.length() != TreeHasher.OCTETS
        || !(log.equals(LogName.MESH.label()) || log.equals(LogName.PORTAL.label()))) {
      throw new IllegalArgumentException("a log, a number from 1 on and a hash of 32 octets");
    }
  }

  /** The JSON of the signed receipt. */
  public Bytes sign(PortalKeys keys, RandomStream random) {
    return MeshJson.write(keys.sign(MeshJson.write(this), TYPE, random));
  }

  /**
   * Reads and verifies a receipt.
   *
   * @param keys the statement whose key has signed it
   * @throws TransparencyException {@code transparency.bad-receipt} if it is none
   */
  public static Receipt read(Bytes text, KeyStatement keys) {
    Receipt read = read(text, signed -> keys.verify(signed, TYPE));
    if (!read.domain().equals(keys.domain())) {
      throw TransparencyException.badReceipt("it is of another portal");
    }
    return read;
  }

  /**
   * Reads a receipt that was verified before; its signature is not looked at.
   *
   * @throws TransparencyException {@code transparency.bad-receipt} if it is none
   */
  public static Receipt verified(Bytes text) {
    return read(text, JsonWebSignature::payload);
  }

  private static Receipt read(Bytes text, Function<JsonWebSignature, Bytes> payload) {
    if (text.length() > MOST_OCTETS) {
      throw TransparencyException.badReceipt("it has more than " + MOST_OCTETS + " octets");
    }
    try {
      return MeshJson.read(payload.apply(Jws.fromJson(text)), Receipt.class);
    } catch (MeshException e) {
      throw TransparencyException.badReceipt(e.problem());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw TransparencyException.badReceipt("a member is missing or out of its range");
    }
  }

  /** The key of the map that the record belongs to. */
  public Bytes mapKey() {
    return MapKey.of(log, primaryKey);
  }
}
