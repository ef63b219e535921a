package dev.meshsim.profile.trust;

import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The verification of one personal profile, cheapest checks first: counts, then the profile's own
 * signatures, then the master profile. The devices are left to {@link DeviceProfiles}. A profile
 * that nobody entitled has signed costs one signature check, however many devices it has.
 */
final class PersonalCheck {

  private static final String OBJECT = "SignedPersonalProfile";

  private final ProfileVerifier verifier;
  private final SignedPersonalProfile signed;
  private final Optional<VerifiedPersonalProfile> known;
  private final PersonalProfile profile;

  PersonalCheck(
      ProfileVerifier verifier,
      SignedPersonalProfile signed,
      Optional<VerifiedPersonalProfile> known) {
    this.verifier = verifier;
    this.signed = signed;
    this.known = known;
    LimitCheck.signatures(signed, ProfileLimits.SIGNATURES);
    this.profile = verifier.payload(signed, PersonalProfile.class);
    ProfileVerifier.sameIdentifier(signed, profile.identifier());
    LimitCheck.parts(profile);
  }

  VerifiedPersonalProfile verified() {
    Optional<MasterProfile> knownMaster =
        known
            .filter(k -> k.profile().signedMasterProfile().equals(profile.signedMasterProfile()))
            .map(VerifiedPersonalProfile::master);
    MasterProfile master =
        knownMaster.orElseGet(() -> verifier.masterContent(profile.signedMasterProfile()));
    List<Udf> signers = signers();
    for (int index : knownSignersFirst(signers)) {
      PublicKey key = administratorKey(signers.get(index), index, master);
      verifier.verify(signed.signedData(), index, key, OBJECT);
    }
    if (knownMaster.isEmpty()) {
      verifier.onlySignedBy(profile.signedMasterProfile(), master.masterSignatureKey());
    }
    DeviceProfiles devices =
        new DeviceProfiles(
            verifier,
            profile.devices(),
            known.map(k -> k.devices() instanceof DeviceProfiles d ? d : null).orElse(null));
    return new VerifiedPersonalProfile(signed, profile, master, devices, Set.copyOf(signers));
  }

  /** The keys that claim to have signed, one for each signature. */
  private List<Udf> signers() {
    List<Udf> signers = new ArrayList<>();
    for (int i = 0; i < signed.signedData().signatures().size(); i++) {
      Udf signer = verifier.signer(signed, i);
      if (signers.contains(signer)) {
        throw ProfileException.limit(OBJECT, signer + " has signed it twice");
      }
      signers.add(signer);
    }
    return signers;
  }

  /**
   * The signatures in the order in which they are checked: keys of the known version come first, so
   * that a stranger's own good signature brings him no further.
   */
  private List<Integer> knownSignersFirst(List<Udf> signers) {
    Comparator<Integer> order = Comparator.comparing(index -> !isKnown(signers.get(index)));
    return IntStream.range(0, signers.size()).boxed().sorted(order).toList();
  }

  private boolean isKnown(Udf signer) {
    return known.map(k -> k.administeredBy(signer) || signer.equals(k.identifier())).orElse(false);
  }

  private PublicKey administratorKey(Udf signer, int index, MasterProfile master) {
    return master
        .onlineSignatureKey(signer)
        .or(() -> Optional.of(master.masterSignatureKey()).filter(k -> k.udf().equals(signer)))
        .or(() -> deviceKeyOf2016(signer, index))
        .orElseThrow(
            () ->
                ProfileException.chain(
                    OBJECT, signer + " is neither an online signature key nor the master key"));
  }

  /**
   * The key of a device of the profile that may have made this signature, as in 2016. That is
   * allowed only if the master profile is in the form of 2016 too and no version in the later form
   * is known. Otherwise any device could take over a profile that was never, or is no longer, in
   * the form of 2016.
   */
  private Optional<PublicKey> deviceKeyOf2016(Udf signer, int index) {
    boolean allowed =
        isFlattened(signed, index)
            && isFlattened(profile.signedMasterProfile(), 0)
            && known.map(k -> isFlattened(k.signed(), 0)).orElse(true);
    return profile.devices().stream()
        .filter(device -> allowed && device.identifier().equals(signer))
        .findFirst()
        .map(device -> verifier.deviceContent(device).deviceSignatureKey());
  }

  private boolean isFlattened(SignedEntry object, int index) {
    return !verifier.dialect().signatures().coversHeader(object.signedData(), index);
  }
}
