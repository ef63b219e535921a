package dev.meshsim.store.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.udf.Udf;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a record's own file: a profile as it is signed, tagged; an application profile
 * with the profile it belongs to; a request with the account and the profile it was made to; the
 * lag of a portal with the account.
 */
final class RecordXml {

  /** An application profile with its personal profile. */
  record StoredApplication(
      @JsonProperty("Profile") Udf profile,
      @JsonProperty("SignedApplicationProfile") SignedApplicationProfile signed) {

    StoredApplication {
      Objects.requireNonNull(profile, "Profile");
      Objects.requireNonNull(signed, "SignedApplicationProfile");
    }
  }

  /** A request with its account. */
  record StoredRequest(
      @JsonProperty("Account") String account,
      @JsonProperty("SignedConnectionRequest") SignedConnectionRequest signed,
      @JsonProperty("SignedPersonalProfile") SignedPersonalProfile profile) {

    StoredRequest {
      Objects.requireNonNull(account, "Account");
      Objects.requireNonNull(signed, "SignedConnectionRequest");
      Objects.requireNonNull(profile, "SignedPersonalProfile");
    }
  }

  /** What the portal of an account is behind by. */
  record StoredLag(
      @JsonProperty("Account") String account, @JsonProperty("PortalLag") PortalLag lag) {

    StoredLag {
      Objects.requireNonNull(account, "Account");
      Objects.requireNonNull(lag, "PortalLag");
    }
  }

  /** The keys of a portal, and what was seen of its log. */
  record StoredPortal(
      @JsonProperty("Domain") String domain,
      @JsonProperty("Statement") Bytes statement,
      @JsonProperty("Log") @Nullable LogMemory log) {

    StoredPortal {
      Objects.requireNonNull(domain, "Domain");
      Objects.requireNonNull(statement, "Statement");
    }
  }

  private RecordXml() {}

  /**
   * The content of a record's file.
   *
   * @throws RegistryStoreException {@code store.registry.too-large} if it could not be read back
   */
  static Bytes write(Path file, MachineRecord record) {
    Object content;
    if (record instanceof MachineRecord.Personal personal) {
      content = personal.signed();
    } else if (record instanceof MachineRecord.Device device) {
      content = device.signed();
    } else if (record instanceof MachineRecord.Application application) {
      content = new StoredApplication(application.profile(), application.signed());
    } else if (record instanceof MachineRecord.Request request) {
      content = new StoredRequest(request.account(), request.signed(), request.profile());
    } else if (record instanceof MachineRecord.Behind behind) {
      content = new StoredLag(behind.account(), behind.lag());
    } else if (record instanceof MachineRecord.Portal portal) {
      content = new StoredPortal(portal.domain(), portal.statement(), portal.log());
    } else {
      throw new IllegalArgumentException(record.key().kind() + " has no file of its own");
    }
    Bytes json = HiveFile.sized(file, MeshJson.writeTagged(content));
    return HiveFile.sized(file, JsonToXml.write(json));
  }

  /**
   * Reads a record.
   *
   * @param name the name that the registry gives it
   * @throws RegistryStoreException {@code store.registry.xml} if the file is not of the form
   * @throws RegistryStoreException {@code store.registry.mismatch} if it holds another record
   */
  static MachineRecord read(Path file, RecordKind kind, String name, Bytes xml) {
    MachineRecord record = read(file, kind, XmlToJson.read(file, xml));
    if (!record.key().name().equals(name)) {
      throw RegistryStoreException.mismatch(
          file, Quote.text(name), Quote.text(record.key().name()));
    }
    return record;
  }

  private static MachineRecord read(Path file, RecordKind kind, Bytes json) {
    try {
      return switch (kind) {
        case PERSONAL ->
            new MachineRecord.Personal(MeshJson.readTagged(json, SignedPersonalProfile.class));
        case DEVICE ->
            new MachineRecord.Device(MeshJson.readTagged(json, SignedDeviceProfile.class));
        case APPLICATION -> {
          var stored = MeshJson.readTagged(json, StoredApplication.class);
          yield new MachineRecord.Application(stored.profile(), stored.signed());
        }
        case REQUEST -> {
          var stored = MeshJson.readTagged(json, StoredRequest.class);
          yield new MachineRecord.Request(stored.account(), stored.signed(), stored.profile());
        }
        case BEHIND -> {
          var stored = MeshJson.readTagged(json, StoredLag.class);
          yield new MachineRecord.Behind(stored.account(), stored.lag());
        }
        case PORTAL -> {
          var stored = MeshJson.readTagged(json, StoredPortal.class);
          yield new MachineRecord.Portal(stored.domain(), stored.statement(), stored.log());
        }
        default -> throw new IllegalArgumentException(kind + " has no file of its own");
      };
    } catch (MeshException e) {
      throw RegistryStoreException.xml(
          FileLine.of(file), "does not hold a record: " + e.problem(), e);
    }
  }
}
