package dev.meshsim.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A machine's data as text, to carry it from one store to another of whatever kind: one JSON object
 * a line, each tagged with its kind. It holds private keys in the clear, so whoever writes it to a
 * file sees to it that nobody else can read that file.
 */
public final class MachineArchive {

  private MachineArchive() {}

  /** One line of an archive. */
  sealed interface Line {

    MachineRecord record();

    record Account(@JsonProperty("Account") String account, @JsonProperty("Profile") Udf profile)
        implements Line {
      @Override
      public MachineRecord record() {
        return new MachineRecord.Account(account, profile);
      }
    }

    record Personal(@JsonProperty("Signed") SignedPersonalProfile signed) implements Line {
      @Override
      public MachineRecord record() {
        return new MachineRecord.Personal(signed);
      }
    }

    record Device(@JsonProperty("Signed") SignedDeviceProfile signed) implements Line {
      @Override
      public MachineRecord record() {
        return new MachineRecord.Device(signed);
      }
    }

    record Application(
        @JsonProperty("Profile") Udf profile,
        @JsonProperty("Signed") SignedApplicationProfile signed)
        implements Line {
      @Override
      public MachineRecord record() {
        return new MachineRecord.Application(profile, signed);
      }
    }

    record Request(
        @JsonProperty("Account") String account,
        @JsonProperty("Signed") SignedConnectionRequest signed,
        @JsonProperty("Profile") SignedPersonalProfile profile)
        implements Line {
      @Override
      public MachineRecord record() {
        return new MachineRecord.Request(account, signed, profile);
      }
    }

    record Key(@JsonProperty("UDF") Udf udf, @JsonProperty("Jwk") JsonNode jwk) implements Line {
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
        implements Line {
      @Override
      public MachineRecord record() {
        return new MachineRecord.Default(of, name);
      }
    }
  }

  /** Everything that {@code store} holds, a line for each record, ordered by kind and name. */
  public static SecretBytes write(MachineStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (RecordKind kind : RecordKind.values()) {
      for (MachineRecord record : store.list(kind)) {
        out.writeBytes(MeshJson.writeTagged(line(record)).toArray());
        out.write('\n');
      }
    }
    return SecretBytes.moveFrom(out.toByteArray());
  }

  /**
   * Puts everything that an archive holds into {@code store}, in one commit.
   *
   * @param store an empty store
   * @return the number of records
   * @throws MachineException if {@code store} is not empty
   * @throws MeshException if a line is not a record; the problem names the line
   */
  public static int read(SecretBytes archive, MachineStore store) {
    for (RecordKind kind : RecordKind.values()) {
      if (!store.list(kind).isEmpty()) {
        throw MachineException.notEmpty();
      }
    }
    byte[] octets = archive.expose();
    try {
      List<MachineChange> changes = new ArrayList<>();
      int number = 0;
      for (String text : new String(octets, StandardCharsets.UTF_8).split("\n", -1)) {
        number++;
        if (!text.isEmpty()) {
          changes.add(new MachineChange.Put(record(text, number)));
        }
      }
      store.commit(changes);
      return changes.size();
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private static MachineRecord record(String text, int number) {
    try {
      return MeshJson.readTagged(Bytes.utf8(text), Line.class).record();
    } catch (MeshException e) {
      throw MachineException.badArchive(number, e.problem());
    } catch (NullPointerException e) {
      throw MachineException.badArchive(number, "a member is missing");
    }
  }

  private static Line line(MachineRecord record) {
    if (record instanceof MachineRecord.Account account) {
      return new Line.Account(account.account(), account.profile());
    } else if (record instanceof MachineRecord.Personal personal) {
      return new Line.Personal(personal.signed());
    } else if (record instanceof MachineRecord.Device device) {
      return new Line.Device(device.signed());
    } else if (record instanceof MachineRecord.Application application) {
      return new Line.Application(application.profile(), application.signed());
    } else if (record instanceof MachineRecord.Request request) {
      return new Line.Request(request.account(), request.signed(), request.profile());
    } else if (record instanceof MachineRecord.Key key) {
      return new Line.Key(key.udf(), jwk(key));
    } else if (record instanceof MachineRecord.Default chosen) {
      return new Line.Default(chosen.of(), chosen.name());
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
