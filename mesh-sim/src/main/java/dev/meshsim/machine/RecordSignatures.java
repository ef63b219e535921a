package dev.meshsim.machine;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.store.Finding;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Checks the signatures of a machine's profiles and requests. An application profile is checked if
 * the personal profile that it belongs to is on the machine and lists it. Of the versions that a
 * portal is behind by, those of personal profiles are checked: the signer of an application's may
 * have been removed since.
 */
public final class RecordSignatures {

  private final Map<Udf, VerifiedPersonalProfile> owners = new HashMap<>();

  private RecordSignatures() {}

  /**
   * Returns a finding for each record whose signatures do not verify.
   *
   * @param place gives the place of a record, for the finding
   */
  public static List<Finding> findings(
      Collection<MachineRecord> records, Function<MachineRecord, String> place) {
    RecordSignatures signatures = new RecordSignatures();
    List<Finding> findings = new ArrayList<>();
    // Applications last, when all personal profiles are known.
    for (boolean applications : new boolean[] {false, true}) {
      for (MachineRecord record : records) {
        if (applications == record instanceof MachineRecord.Application) {
          signatures.check(record, place, findings);
        }
      }
    }
    return List.copyOf(findings);
  }

  private void check(
      MachineRecord record, Function<MachineRecord, String> place, List<Finding> findings) {
    try {
      verify(record);
    } catch (MeshException e) {
      findings.add(
          new Finding(
              MachineException.Code.UNSIGNED,
              place.apply(record),
              record.key().kind()
                  + " "
                  + record.key().name()
                  + " is not what was signed: "
                  + e.problem()));
    }
  }

  private void verify(MachineRecord record) {
    if (record instanceof MachineRecord.Personal personal) {
      Udf identifier = personal.signed().identifier();
      owners.put(identifier, verifier(identifier).personal(personal.signed()));
    } else if (record instanceof MachineRecord.Device device) {
      verifier(device.signed().identifier()).device(device.signed());
    } else if (record instanceof MachineRecord.Request request) {
      verifier(request.signed().identifier()).request(request.signed());
      verifier(request.profile().identifier()).personal(request.profile());
    } else if (record instanceof MachineRecord.Behind behind) {
      for (PortalLag.Version version : behind.lag().versions()) {
        if (version.had() instanceof SignedPersonalProfile had) {
          verifier(had.identifier()).personal(had);
        }
      }
    } else if (record instanceof MachineRecord.Portal portal) {
      KeyStatement.read(portal.statement());
    } else if (record instanceof MachineRecord.Application application) {
      verify(application);
    }
  }

  private void verify(MachineRecord.Application application) {
    Udf identifier = application.signed().identifier();
    VerifiedPersonalProfile owner = owners.get(application.profile());
    ApplicationProfileEntry entry =
        owner == null ? null : owner.profile().application(identifier).orElse(null);
    if (owner != null && entry != null) {
      verifier(identifier).applicationSigner(application.signed(), entry.type(), owner);
    }
  }

  private static ProfileVerifier verifier(Udf identifier) {
    return new ProfileVerifier(Dialect.of(identifier));
  }
}
