package dev.meshsim.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.udf.Udf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The content of one line of an archive: one record. */
sealed interface ArchiveLine {

  MachineRecord record();

  record Account(@JsonProperty("Account") String account, @JsonProperty("Profile") Udf profile)
      implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Account(account, profile);
    }
  }

  record Personal(@JsonProperty("Signed") SignedPersonalProfile signed) implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Personal(signed);
    }
  }

  record Device(@JsonProperty("Signed") SignedDeviceProfile signed) implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Device(signed);
    }
  }

  record Application(
      @JsonProperty("Profile") Udf profile, @JsonProperty("Signed") SignedApplicationProfile signed)
      implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Application(profile, signed);
    }
  }

  record Request(
      @JsonProperty("Account") String account,
      @JsonProperty("Signed") SignedConnectionRequest signed,
      @JsonProperty("Profile") SignedPersonalProfile profile)
      implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Request(account, signed, profile);
    }
  }

  record Behind(@JsonProperty("Account") String account, @JsonProperty("Lag") PortalLag lag)
      implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Behind(account, lag);
    }
  }

  record Portal(
      @JsonProperty("Domain") String domain,
      @JsonProperty("Statement") Bytes statement,
      @JsonProperty("Log") @Nullable LogMemory log)
      implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Portal(domain, statement, log);
    }
  }

  record Key(@JsonProperty("UDF") Udf udf, @JsonProperty("Jwk") JsonNode jwk)
      implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Key(udf, PrivateJwk.fromJson(jwk));
    }

    /** The fingerprint only. */
    @Override
    public String toString() {
      return "Key[" + udf + "]";
    }
  }

  record Default(@JsonProperty("Of") RecordKind of, @JsonProperty("Name") String name)
      implements ArchiveLine {
    @Override
    public MachineRecord record() {
      return new MachineRecord.Default(of, name);
    }
  }

  /** The line of a record. */
  static ArchiveLine of(MachineRecord record) {
    if (record instanceof MachineRecord.Account account) {
      return new Account(account.account(), account.profile());
    } else if (record instanceof MachineRecord.Personal personal) {
      return new Personal(personal.signed());
    } else if (record instanceof MachineRecord.Device device) {
      return new Device(device.signed());
    } else if (record instanceof MachineRecord.Application application) {
      return new Application(application.profile(), application.signed());
    } else if (record instanceof MachineRecord.Request request) {
      return new Request(request.account(), request.signed(), request.profile());
    } else if (record instanceof MachineRecord.Behind behind) {
      return new Behind(behind.account(), behind.lag());
    } else if (record instanceof MachineRecord.Portal portal) {
      return new Portal(portal.domain(), portal.statement(), portal.log());
    } else if (record instanceof MachineRecord.Key key) {
      return new Key(key.udf(), jwk(key));
    } else if (record instanceof MachineRecord.Default chosen) {
      return new Default(chosen.of(), chosen.name());
    }
    throw new IllegalStateException("no line for " + record.getClass());
  }

  private static JsonNode jwk(MachineRecord.Key key) {
    try (SecretBytes json = key.jwk().toJson(null)) {
      byte[] octets = json.expose();
      try {
        return MeshJson.readTree(Bytes.of(octets));
      } finally {
        Arrays.fill(octets, (byte) 0);
      }
    }
  }
}
