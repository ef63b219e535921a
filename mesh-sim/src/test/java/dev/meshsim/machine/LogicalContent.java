package dev.meshsim.machine;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.LogMemory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The content of a store as text, independent of its form: equal texts mean equal content. */
public final class LogicalContent {

  private LogicalContent() {}

  /** One line for each record, in the order of kinds and names. */
  public static String of(MachineStore store) {
    return Arrays.stream(RecordKind.values())
        .flatMap(kind -> store.list(kind).stream())
        .map(LogicalContent::line)
        .collect(Collectors.joining("\n"));
  }

  /** One record. */
  public static String of(MachineRecord record) {
    return line(record);
  }

  private static String line(MachineRecord record) {
    return record.key().kind() + " \"" + record.key().name() + "\" " + content(record);
  }

  private static String content(MachineRecord record) {
    if (record instanceof MachineRecord.Account account) {
      return account.profile().text();
    } else if (record instanceof MachineRecord.Personal personal) {
      return MeshJson.writeTagged(personal.signed()).utf8();
    } else if (record instanceof MachineRecord.Device device) {
      return MeshJson.writeTagged(device.signed()).utf8();
    } else if (record instanceof MachineRecord.Application application) {
      return application.profile() + " " + MeshJson.writeTagged(application.signed()).utf8();
    } else if (record instanceof MachineRecord.Request request) {
      return MeshJson.writeTagged(request.signed()).utf8()
          + MeshJson.writeTagged(request.profile()).utf8();
    } else if (record instanceof MachineRecord.Behind behind) {
      return MeshJson.write(behind.lag()).utf8();
    } else if (record instanceof MachineRecord.Portal portal) {
      LogMemory log = portal.log();
      return portal.statement().utf8() + (log == null ? "" : MeshJson.write(log).utf8());
    } else if (record instanceof MachineRecord.Key key) {
      return key.jwk().spec() + " " + digest(key.jwk());
    } else {
      return ((MachineRecord.Default) record).name();
    }
  }

  /** SHA-256 of the key's PKCS #8 octets, so that a failing test shows no key. */
  private static String digest(PrivateJwk jwk) {
    try (SecretBytes der = jwk.pkcs8()) {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(der.expose())).hex();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
