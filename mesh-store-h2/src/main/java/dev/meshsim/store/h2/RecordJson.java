package dev.meshsim.store.h2;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.udf.Udf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON form of a machine's records in the database; kind and name are columns of their own. */
final class RecordJson {

  private record Account(@JsonProperty("Profile") Udf profile) {
    Account {
      Objects.requireNonNull(profile, "Profile");
    }
  }

  private record Application(
      @JsonProperty("Profile") Udf profile,
      @JsonProperty("SignedApplicationProfile") SignedApplicationProfile signed) {
    Application {
      Objects.requireNonNull(profile, "Profile");
      Objects.requireNonNull(signed, "SignedApplicationProfile");
    }
  }

  private record Request(
      @JsonProperty("SignedConnectionRequest") SignedConnectionRequest signed,
      @JsonProperty("SignedPersonalProfile") SignedPersonalProfile profile) {
    Request {
      Objects.requireNonNull(signed, "SignedConnectionRequest");
      Objects.requireNonNull(profile, "SignedPersonalProfile");
    }
  }

  private record Default(@JsonProperty("Name") String name) {
    Default {
      Objects.requireNonNull(name, "Name");
    }
  }

  private record Portal(
      @JsonProperty("Statement") Bytes statement, @JsonProperty("Log") @Nullable LogMemory log) {
    Portal {
      Objects.requireNonNull(statement);
    }
  }

  private RecordJson() {}

  /** UTF-8 JSON; of a private key it is the JWK, and the caller clears it. */
  static byte[] write(MachineRecord record) {
    if (record instanceof MachineRecord.Key key) {
      try (SecretBytes json = key.jwk().toJson(null)) {
        return json.expose();
      }
    }
    return MeshJson.write(untagged(record)).toArray();
  }

  private static Object untagged(MachineRecord record) {
    if (record instanceof MachineRecord.Account account) {
      return new Account(account.profile());
    } else if (record instanceof MachineRecord.Personal personal) {
      return personal.signed();
    } else if (record instanceof MachineRecord.Device device) {
      return device.signed();
    } else if (record instanceof MachineRecord.Application application) {
      return new Application(application.profile(), application.signed());
    } else if (record instanceof MachineRecord.Request request) {
      return new Request(request.signed(), request.profile());
    } else if (record instanceof MachineRecord.Behind behind) {
      return behind.lag();
    } else if (record instanceof MachineRecord.Portal portal) {
      return new Portal(portal.statement(), portal.log());
    } else if (record instanceof MachineRecord.Default chosen) {
      return new Default(chosen.name());
    }
    throw new IllegalStateException("no JSON for " + record.getClass());
  }

  /**
   * Reads a record.
   *
   * @throws dev.meshsim.error.MeshException if the content is not of that kind
   * @throws IllegalArgumentException if the name is not of that kind
   */
  static MachineRecord read(RecordKey key, byte[] content) {
    return switch (key.kind()) {
      case ACCOUNT -> new MachineRecord.Account(key.name(), as(content, Account.class).profile());
      case PERSONAL -> new MachineRecord.Personal(as(content, SignedPersonalProfile.class));
      case DEVICE -> new MachineRecord.Device(as(content, SignedDeviceProfile.class));
      case APPLICATION -> {
        Application application = as(content, Application.class);
        yield new MachineRecord.Application(application.profile(), application.signed());
      }
      case REQUEST -> {
        Request request = as(content, Request.class);
        yield new MachineRecord.Request(key.name(), request.signed(), request.profile());
      }
      case BEHIND -> new MachineRecord.Behind(key.name(), as(content, PortalLag.class));
      case PORTAL -> {
        Portal portal = as(content, Portal.class);
        yield new MachineRecord.Portal(key.name(), portal.statement(), portal.log());
      }
      case PRIVATE_KEY -> {
        try (SecretBytes json = SecretBytes.copyOf(content)) {
          yield new MachineRecord.Key(Udf.parse(key.name()), PrivateJwk.fromJson(json));
        }
      }
      case DEFAULT ->
          new MachineRecord.Default(
              RecordKind.valueOf(key.name()), as(content, Default.class).name());
    };
  }

  private static <T> T as(byte[] content, Class<T> type) {
    return MeshJson.read(Bytes.of(content), type);
  }
}
