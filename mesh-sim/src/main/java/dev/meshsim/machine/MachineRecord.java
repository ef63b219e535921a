package dev.meshsim.machine;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.udf.Udf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One record of a machine's data. */
public sealed interface MachineRecord {

  /** The key of the record. */
  RecordKey key();

  /**
   * A portal account.
   *
   * @param account {@code user@domain}, in the portal's canonical form
   * @param profile the identifier of the personal profile that is bound to it
   */
  record Account(String account, Udf profile) implements MachineRecord {

    /** Checks the parts; the account as {@link RecordKey} does. */
    public Account {
      RecordKey.requireStorable(account);
      Objects.requireNonNull(profile);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.ACCOUNT, account);
    }
  }

  /** A personal profile. */
  record Personal(SignedPersonalProfile signed) implements MachineRecord {

    /** Checks that there is one. */
    public Personal {
      Objects.requireNonNull(signed);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.PERSONAL, signed.identifier().text());
    }
  }

  /** A device profile of this machine. */
  record Device(SignedDeviceProfile signed) implements MachineRecord {

    /** Checks that there is one. */
    public Device {
      Objects.requireNonNull(signed);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.DEVICE, signed.identifier().text());
    }
  }

  /**
   * An application profile.
   *
   * @param profile the identifier of the personal profile that it belongs to
   */
  record Application(Udf profile, SignedApplicationProfile signed) implements MachineRecord {

    /** Checks that nothing is null. */
    public Application {
      Objects.requireNonNull(profile);
      Objects.requireNonNull(signed);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.APPLICATION, signed.identifier().text());
    }
  }

  /**
   * A connection request that waits for its answer.
   *
   * @param account the account that it was made to
   * @param signed the request
   * @param profile the profile that the account had then; the answer is checked against it
   */
  record Request(String account, SignedConnectionRequest signed, SignedPersonalProfile profile)
      implements MachineRecord {

    /** Checks the parts; the account as {@link RecordKey} does. */
    public Request {
      RecordKey.requireStorable(account);
      Objects.requireNonNull(signed);
      Objects.requireNonNull(profile);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.REQUEST, account);
    }
  }

  /**
   * What the portal of an account is not known to have.
   *
   * @param account the account
   */
  record Behind(String account, PortalLag lag) implements MachineRecord {

    /** Checks the parts; the account as {@link RecordKey} does. */
    public Behind {
      RecordKey.requireStorable(account);
      Objects.requireNonNull(lag);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.BEHIND, account);
    }
  }

  /**
   * The keys of a portal as this machine accepted them last, and what it has seen of its log.
   *
   * @param domain the portal's domain
   * @param statement the text of the portal's {@link dev.meshsim.protect.KeyStatement}
   * @param log what the machine remembers of the portal's log; null if it has seen none
   */
  record Portal(String domain, Bytes statement, @Nullable LogMemory log) implements MachineRecord {

    /** The keys of a portal whose log the machine has not seen. */
    public Portal(String domain, Bytes statement) {
      this(domain, statement, null);
    }

    /** Checks the parts; the domain as {@link RecordKey} does. */
    public Portal {
      RecordKey.requireStorable(domain);
      Objects.requireNonNull(statement);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.PORTAL, domain);
    }
  }

  /**
   * A private key. A store copies the key of a put, whose caller still closes it, and owns a key
   * that it returns, which the caller does not close: the store clears it when the record is
   * removed or gets another key.
   *
   * @param udf the fingerprint of the public key, in whatever dialect
   */
  record Key(Udf udf, PrivateJwk jwk) implements MachineRecord {

    /**
     * Checks that nothing is null, and that the two belong together.
     *
     * @throws MachineException if {@code udf} is not the fingerprint of the public key
     */
    public Key {
      Objects.requireNonNull(udf);
      Objects.requireNonNull(jwk);
      if (!identifies(udf, jwk.publicJwk())) {
        throw MachineException.wrongKey(udf);
      }
    }

    private static boolean identifies(Udf udf, PublicJwk key) {
      try {
        return Dialect.of(udf).identifies(udf, key);
      } catch (JoseException.BadKey e) {
        // A dialect that has no keys of this kind has no fingerprints of them.
        return false;
      }
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.PRIVATE_KEY, udf.text());
    }
  }

  /**
   * The choice of a default record of a kind.
   *
   * @param of {@link RecordKind#ACCOUNT}, {@link RecordKind#PERSONAL} or {@link RecordKind#DEVICE}
   * @param name that record's name
   */
  record Default(RecordKind of, String name) implements MachineRecord {

    /** Checks the kind, and the name as {@link RecordKey} does. */
    public Default {
      if (of != RecordKind.ACCOUNT && of != RecordKind.PERSONAL && of != RecordKind.DEVICE) {
        throw new IllegalArgumentException("there is no default record of kind " + of);
      }
      RecordKey.requireStorable(name);
    }

    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.DEFAULT, of.name());
    }
  }
}
