package dev.meshsim.machine;

import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;

/** One thing that a machine keeps. */
public sealed interface MachineRecord {

  /** What it is found by. */
  RecordKey key();

  /**
   * A portal account.
   *
   * @param account {@code user@domain}, in the portal's canonical form
   * @param profile the identifier of the personal profile that is bound to it
   */
  record Account(String account, Udf profile) implements MachineRecord {
    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.ACCOUNT, account);
    }
  }

  /** A personal profile. */
  record Personal(SignedPersonalProfile signed) implements MachineRecord {
    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.PERSONAL, signed.identifier().text());
    }
  }

  /** A device profile of this machine. */
  record Device(SignedDeviceProfile signed) implements MachineRecord {
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
    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.REQUEST, account);
    }
  }

  /**
   * A private key. A store that gives one out keeps owning it: the reader does not close it.
   *
   * @param udf the fingerprint of the public key
   */
  record Key(Udf udf, PrivateJwk jwk) implements MachineRecord {
    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.PRIVATE_KEY, udf.text());
    }
  }

  /**
   * Which record of a kind is the default.
   *
   * @param of {@link RecordKind#ACCOUNT}, {@link RecordKind#PERSONAL} or {@link RecordKind#DEVICE}
   * @param name that record's name
   */
  record Default(RecordKind of, String name) implements MachineRecord {
    @Override
    public RecordKey key() {
      return new RecordKey(RecordKind.DEFAULT, of.name());
    }
  }
}
