package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lies about connection requests and their answers. */
final class ConnectionLies {

  private static final String PAGE = "the next page";

  private ConnectionLies() {}

  /** The portal's own request in place of each. */
  static Optional<Bytes> swapped(Asked asked) {
    return lists(
        asked,
        list ->
            list.stream()
                .map(signed -> asked.impostor().request(content(asked, signed).parentUdf()))
                .limit(1)
                .toList());
  }

  static Optional<Bytes> hidden(Asked asked) {
    return lists(asked, list -> List.of());
  }

  /** The portal's own request after those that are there. */
  static Optional<Bytes> invented(Asked asked) {
    return lists(
        asked,
        list -> {
          List<SignedConnectionRequest> more = new ArrayList<>(list);
          if (asked.request() instanceof ConnectPendingRequest pending) {
            asked
                .seen()
                .profileOf(pending.accountId())
                .ifPresent(profile -> more.add(asked.impostor().request(profile)));
          }
          return more;
        });
  }

  /** The first request of each device in place of its latest. */
  static Optional<Bytes> oldRequest(Asked asked) {
    return lists(
        asked, list -> list.stream().map(signed -> first(asked, signed)).distinct().toList());
  }

  private static SignedConnectionRequest first(Asked asked, SignedConnectionRequest latest) {
    String account =
        asked.request() instanceof ConnectPendingRequest pending ? pending.accountId() : "";
    return asked.seen().requests(account).stream()
        .filter(other -> other.identifier().equals(latest.identifier()))
        .findFirst()
        .orElse(latest);
  }

  private static ConnectionRequest content(Asked asked, SignedConnectionRequest signed) {
    return asked.dialect().json().read(signed.signedData().payload(), ConnectionRequest.class);
  }

  private static Optional<Bytes> lists(
      Asked asked, UnaryOperator<List<SignedConnectionRequest>> other) {
    if (!(asked.request() instanceof ConnectPendingRequest)
        || !(asked.honest() instanceof ConnectPendingResponse honest)
        || !asked.isDone()) {
      return Optional.empty();
    }
    List<SignedConnectionRequest> open = honest.pending() == null ? List.of() : honest.pending();
    List<SignedConnectionRequest> told = other.apply(open);
    return told.equals(open)
        ? Optional.empty()
        : asked.says(
            new ConnectPendingResponse(
                honest.status(), honest.statusDescription(), told, honest.pageKey()));
  }

  /** A list that says after every page that there is another one. */
  static Optional<Bytes> endless(Asked asked) {
    return asked.request() instanceof ConnectPendingRequest
        ? asked.says(
            new ConnectPendingResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, null, PAGE))
        : Optional.empty();
  }

  static Optional<Bytes> resultWithheld(Asked asked) {
    return result(asked) == null ? Optional.empty() : answers(asked, null);
  }

  /** The answer to an earlier request of the device. */
  static Optional<Bytes> oldResult(Asked asked) {
    if (!(asked.request() instanceof ConnectStatusRequest status) || !asked.isDone()) {
      return Optional.empty();
    }
    SignedConnectionResult honest = result(asked);
    return device(status)
        .flatMap(
            device ->
                asked.seen().results(status.accountId(), device).stream()
                    .filter(result -> !result.equals(honest))
                    .findFirst())
        .flatMap(old -> answers(asked, old));
  }

  /** An acceptance that no administrator has signed, of a device that waits or was rejected. */
  static Optional<Bytes> acceptedUnsigned(Asked asked) {
    if (!(asked.request() instanceof ConnectStatusRequest status) || !asked.isDone()) {
      return Optional.empty();
    }
    SignedConnectionResult honest = result(asked);
    if (honest != null && isAccepted(asked, honest)) {
      return Optional.empty();
    }
    Optional<SignedPersonalProfile> profile =
        asked
            .seen()
            .profileOf(status.accountId())
            .flatMap(asked.seen()::latest)
            .map(SignedPersonalProfile.class::cast);
    Optional<SignedConnectionRequest> request =
        device(status).flatMap(device -> latest(asked, status.accountId(), device));
    if (profile.isEmpty() || request.isEmpty()) {
      return Optional.empty();
    }
    return answers(asked, accepts(asked, request.get(), profile.get()));
  }

  static Optional<SignedConnectionRequest> latest(Asked asked, String account, Udf device) {
    return asked.seen().requests(account).stream()
        .filter(request -> request.identifier().equals(device))
        .reduce((earlier, later) -> later);
  }

  /** An acceptance that brings {@code profile}, signed with the portal's own online key. */
  static SignedConnectionResult accepts(
      Asked asked, SignedConnectionRequest request, SignedPersonalProfile profile) {
    SignedDeviceProfile device = content(asked, request).device();
    return ProfileSigner.result(
        new ConnectionResult(profile.identifier(), device, ConnectionStatus.ACCEPTED, profile),
        SignedDigest.of(request),
        asked.impostor().onlineKey(),
        asked.impostor().machine().stream("sign:ConnectionResult"));
  }

  private static boolean isAccepted(Asked asked, SignedConnectionResult result) {
    return asked
            .dialect()
            .json()
            .read(result.signedData().payload(), ConnectionResult.class)
            .result()
        == ConnectionStatus.ACCEPTED;
  }

  private static @Nullable SignedConnectionResult result(Asked asked) {
    return asked.request() instanceof ConnectStatusRequest
            && asked.honest() instanceof ConnectStatusResponse response
        ? response.result()
        : null;
  }

  static Optional<Udf> device(ConnectStatusRequest status) {
    return EscrowLies.identifier(status.deviceId());
  }

  static Optional<Bytes> answers(Asked asked, @Nullable SignedConnectionResult result) {
    return asked.says(
        new ConnectStatusResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, result));
  }
}
