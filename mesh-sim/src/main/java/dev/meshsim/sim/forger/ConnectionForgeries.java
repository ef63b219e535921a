package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Connection requests and answers that nobody may send. */
final class ConnectionForgeries {

  /** Longer than any portal keeps a connection request open. */
  private static final Duration LONG = Duration.ofDays(30);

  private ConnectionForgeries() {}

  private static SignedConnectionRequest request(
      Rogue rogue, SignedDeviceProfile device, PrivateJwk key, Instant time) {
    return request(rogue, rogue.personal().udf(), device, key, time);
  }

  private static SignedConnectionRequest request(
      Rogue rogue, Udf profile, SignedDeviceProfile device, PrivateJwk key, Instant time) {
    return ProfileSigner.request(
        new ConnectionRequest(profile, device),
        RequestSalt.fresh(rogue.random(), time),
        key,
        rogue.random());
  }

  private static SignedConnectionRequest request(
      Rogue rogue, Rogue.OtherDevice other, Instant time) {
    return request(rogue, other.device().deviceProfile().signed(), other.key(), time);
  }

  private static Bytes start(Rogue rogue, SignedConnectionRequest request) {
    return rogue.plain(new ConnectStartRequest(request, rogue.account()));
  }

  private static SignedConnectionResult rejection(
      Rogue rogue, Rogue.OtherDevice other, SignedConnectionRequest answers, PrivateJwk key) {
    return ProfileSigner.result(
        new ConnectionResult(
            rogue.personal().udf(),
            other.device().deviceProfile().signed(),
            ConnectionStatus.REJECTED,
            null),
        SignedDigest.of(answers),
        key,
        rogue.random());
  }

  private static Optional<Bytes> complete(Rogue rogue, SignedConnectionResult result) {
    return Optional.of(
        rogue.sealed(
            new ConnectCompleteRequest(result, rogue.account()),
            rogue.account(),
            rogue.administrator()));
  }

  /** A request that was rejected, again. */
  static Optional<Bytes> answeredRequest(Rogue rogue, Victims victims) {
    Rogue.OtherDevice other = rogue.otherDevice();
    SignedConnectionRequest request = request(rogue, other, rogue.now());
    rogue.send(start(rogue, request));
    complete(rogue, rejection(rogue, other, request, rogue.online())).ifPresent(rogue::send);
    return Optional.of(start(rogue, request));
  }

  /** A request after a later one of its device. */
  static Optional<Bytes> supersededRequest(Rogue rogue, Victims victims) {
    Rogue.OtherDevice other = rogue.otherDevice();
    SignedConnectionRequest earlier = request(rogue, other, rogue.now().minusSeconds(1));
    rogue.send(start(rogue, request(rogue, other, rogue.now())));
    return Optional.of(start(rogue, earlier));
  }

  /** A request that another has signed than the device in it. */
  static Optional<Bytes> anothersRequest(Rogue rogue, Victims victims) {
    SignedDeviceProfile device = rogue.otherDevice().device().deviceProfile().signed();
    PrivateJwk key = rogue.machine().privateKey(rogue.device().udf());
    return Optional.of(start(rogue, request(rogue, device, key, rogue.now())));
  }

  /** A request for the profile of somebody else, at this person's account. */
  static Optional<Bytes> otherProfile(Rogue rogue, Victims victims) {
    Rogue.OtherDevice other = rogue.otherDevice();
    return Optional.of(
        start(
            rogue,
            request(
                rogue,
                rogue.neighbour().personal().udf(),
                other.device().deviceProfile().signed(),
                other.key(),
                rogue.now())));
  }

  /** A request that nobody has seen, of long ago. */
  static Optional<Bytes> oldRequest(Rogue rogue, Victims victims) {
    return Optional.of(start(rogue, request(rogue, rogue.otherDevice(), rogue.now().minus(LONG))));
  }

  /** An answer to a request that a later one has replaced. */
  static Optional<Bytes> supersededAnswer(Rogue rogue, Victims victims) {
    Rogue.OtherDevice other = rogue.otherDevice();
    SignedConnectionRequest earlier = request(rogue, other, rogue.now().minusSeconds(1));
    rogue.send(start(rogue, earlier));
    rogue.send(start(rogue, request(rogue, other, rogue.now())));
    return complete(rogue, rejection(rogue, other, earlier, rogue.online()));
  }

  /** An acceptance of a device that the stored profile does not have. */
  static Optional<Bytes> acceptedOutside(Rogue rogue, Victims victims) {
    return accepted(rogue, rogue.otherDevice(), rogue.stored());
  }

  /** An acceptance with a version that has the device and is stored nowhere. */
  static Optional<Bytes> acceptedUnpublished(Rogue rogue, Victims victims) {
    Rogue.OtherDevice other = rogue.otherDevice();
    SignedPersonalProfile stored = rogue.stored();
    PersonalProfile content = rogue.content(stored);
    PersonalProfile next =
        content.withDevice(other.device().deviceProfile().signed(), rogue.after(content.updated()));
    return accepted(rogue, other, rogue.successor(next, stored));
  }

  private static Optional<Bytes> accepted(
      Rogue rogue, Rogue.OtherDevice other, SignedPersonalProfile version) {
    SignedConnectionRequest request = request(rogue, other, rogue.now());
    rogue.send(start(rogue, request));
    return complete(
        rogue,
        ProfileSigner.result(
            new ConnectionResult(
                version.identifier(),
                other.device().deviceProfile().signed(),
                ConnectionStatus.ACCEPTED,
                version),
            SignedDigest.of(request),
            rogue.online(),
            rogue.random()));
  }

  /** An answer that a device has signed, not an administrator. */
  static Optional<Bytes> deviceAnswers(Rogue rogue, Victims victims) {
    Rogue.OtherDevice other = rogue.otherDevice();
    SignedConnectionRequest request = request(rogue, other, rogue.now());
    rogue.send(start(rogue, request));
    return complete(rogue, rejection(rogue, other, request, other.key()));
  }

  /** Another device than the one that asked wants to know the answer. */
  static Optional<Bytes> anothersStatus(Rogue rogue, Victims victims) {
    return Optional.of(rogue.sealed(status(rogue), rogue.account(), rogue.administrator()));
  }

  /** Nobody wants to know the answer. */
  static Optional<Bytes> unsignedStatus(Rogue rogue, Victims victims) {
    return Optional.of(rogue.plain(status(rogue)));
  }

  /** The question of a device that has asked to be connected. */
  private static ConnectStatusRequest status(Rogue rogue) {
    Rogue.OtherDevice other = rogue.otherDevice();
    rogue.send(start(rogue, request(rogue, other, rogue.now())));
    return new ConnectStatusRequest(rogue.account(), other.device().udf().text());
  }
}
