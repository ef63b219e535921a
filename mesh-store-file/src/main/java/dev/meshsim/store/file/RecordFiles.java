package dev.meshsim.store.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.ssh.KeyTextException;
import dev.meshsim.store.Failures;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns records into the octets of their files, and back. */
final class RecordFiles {

  private final DurableFiles files;
  private final Layout layout;
  private final Limits limits;

  RecordFiles(DurableFiles files, Layout layout, Limits limits) {
    this.files = files;
    this.layout = layout;
    this.limits = limits;
  }

  /** The content of a request's file. */
  record RequestFile(
      @JsonProperty("Account") String account,
      @JsonProperty("SignedConnectionRequest") SignedConnectionRequest request,
      @JsonProperty("SignedPersonalProfile") SignedPersonalProfile profile) {

    RequestFile {
      Objects.requireNonNull(account);
      Objects.requireNonNull(request);
      Objects.requireNonNull(profile);
    }
  }

  /**
   * The content of a file in which nothing is signed as a whole.
   *
   * @param <T> its own class
   */
  private interface Checked<T> {

    /** The digest of the rest, by which a wrong bit is noticed; null in an earlier version's. */
    @Nullable String check();

    /** The same content with another digest. */
    T with(@Nullable String other);
  }

  /** The content of the file of what an account's portal is behind by. */
  record LagFile(
      @JsonProperty("Account") String account,
      @JsonProperty("PortalLag") PortalLag lag,
      @JsonProperty("Check") @Nullable String check)
      implements Checked<LagFile> {

    LagFile {
      Objects.requireNonNull(account);
      Objects.requireNonNull(lag);
    }

    @Override
    public LagFile with(@Nullable String other) {
      return new LagFile(account, lag, other);
    }
  }

  /** The content of the file of a portal. */
  record PortalFile(
      @JsonProperty("Domain") String domain,
      @JsonProperty("Statement") Bytes statement,
      @JsonProperty("Log") @Nullable LogMemory log,
      @JsonProperty("Check") @Nullable String check)
      implements Checked<PortalFile> {

    PortalFile {
      Objects.requireNonNull(domain);
      Objects.requireNonNull(statement);
    }

    @Override
    public PortalFile with(@Nullable String other) {
      return new PortalFile(domain, statement, log, other);
    }
  }

  private static <T> String digest(Checked<T> content) {
    return Sha256.of(MeshJson.write(content.with(null))).base64Url();
  }

  private static <T extends Checked<T>> byte[] checked(T content) {
    return line(MeshJson.write(content.with(digest(content))));
  }

  /** A record's files with their octets, which the caller clears; none of an account or default. */
  Map<String, byte[]> encode(MachineRecord record, RandomStream random) {
    Map<String, byte[]> encoded = new TreeMap<>();
    List<String> names = layout.filesOf(record);
    if (record instanceof MachineRecord.Personal personal) {
      encoded.put(names.get(0), json(personal.signed()));
    } else if (record instanceof MachineRecord.Device device) {
      encoded.put(names.get(0), json(device.signed()));
    } else if (record instanceof MachineRecord.Application application) {
      encoded.put(names.get(0), json(application.signed()));
    } else if (record instanceof MachineRecord.Request r) {
      RequestFile content = new RequestFile(r.account(), r.signed(), r.profile());
      encoded.put(names.get(0), line(MeshJson.write(content)));
    } else if (record instanceof MachineRecord.Behind behind) {
      encoded.put(names.get(0), checked(new LagFile(behind.account(), behind.lag(), null)));
    } else if (record instanceof MachineRecord.Portal portal) {
      encoded.put(
          names.get(0),
          checked(new PortalFile(portal.domain(), portal.statement(), portal.log(), null)));
    } else if (record instanceof MachineRecord.Key key) {
      KeyForm form = KeyForm.of(key.jwk().spec());
      String comment = "mmm:" + key.udf();
      encoded.put(names.get(1), form.writePublic(key.jwk().publicJwk(), comment));
      encoded.put(names.get(0), form.writePrivate(key.jwk(), comment, random));
    }
    return encoded;
  }

  private static byte[] json(SignedEntry signed) {
    return line(MeshJson.writeTagged(signed));
  }

  private static byte[] line(Bytes json) {
    byte[] text = Arrays.copyOf(json.toArray(), json.length() + 1);
    text[json.length()] = '\n';
    return text;
  }

  /** Reads a profile of a class from the file of an identifier. */
  <T extends SignedEntry> T readProfile(Class<T> type, Udf identifier, String extension) {
    Path file = layout.path(layout.profile(identifier, extension).get(0));
    T signed = parsed(file, text -> MeshJson.readTagged(text, type));
    if (!signed.identifier().equals(identifier)) {
      throw FileStoreException.profile(file, "holds the profile " + signed.identifier());
    }
    return signed;
  }

  /** Reads the request to an account. */
  MachineRecord.Request readRequest(String account) {
    Path file = layout.path(Layout.requestFile(account));
    RequestFile read = parsed(file, text -> MeshJson.read(text, RequestFile.class));
    if (!read.account().equals(account)) {
      throw FileStoreException.profile(file, "holds the request to another account");
    }
    return new MachineRecord.Request(account, read.request(), read.profile());
  }

  /** Reads what an account's portal is behind by. */
  MachineRecord.Behind readLag(String account) {
    Path file = layout.path(Layout.lagFile(account));
    LagFile read = whole(file, parsed(file, text -> MeshJson.read(text, LagFile.class)));
    if (!read.account().equals(account)) {
      throw FileStoreException.profile(file, "holds the lag of another account's portal");
    }
    return new MachineRecord.Behind(account, read.lag());
  }

  /** Reads the keys of a portal. */
  MachineRecord.Portal readPortal(String domain) {
    Path file = layout.path(Layout.portalFile(domain));
    PortalFile read = whole(file, parsed(file, text -> MeshJson.read(text, PortalFile.class)));
    if (!read.domain().equals(domain)) {
      throw FileStoreException.profile(file, "holds the keys of another portal");
    }
    return new MachineRecord.Portal(domain, read.statement(), read.log());
  }

  private static <T extends Checked<T>> T whole(Path file, T read) {
    if (read.check() != null && !read.check().equals(digest(read))) {
      throw FileStoreException.profile(file, "has another content than its Check says");
    }
    return read;
  }

  private interface Parser<T> {
    T parse(Bytes text);
  }

  private <T> T parsed(Path file, Parser<T> parser) {
    Bytes text = Bytes.of(readPrivately(file, limits.json()));
    try {
      return parser.parse(text);
    } catch (JsonException e) {
      throw FileStoreException.profile(file, "does not hold what its name says: " + e.problem());
    }
  }

  /** Reads both halves of a key; the caller closes it. */
  MachineRecord.Key readKey(Udf udf, KeySpec spec) {
    KeyForm form = KeyForm.of(spec);
    List<String> names = layout.keyFiles(form, udf);
    Path privateFile = layout.path(names.get(0));
    Path publicFile = layout.path(names.get(1));
    requirePrivate(List.of(privateFile, publicFile));
    PrivateJwk jwk = privateHalf(privateFile, form, spec);
    try {
      MachineRecord.Key key = key(privateFile, udf, jwk);
      requirePublicHalf(publicFile, privateFile, form, jwk);
      return key;
    } catch (MeshException e) {
      jwk.close();
      throw e;
    }
  }

  private static MachineRecord.Key key(Path file, Udf udf, PrivateJwk jwk) {
    try {
      return new MachineRecord.Key(udf, jwk);
    } catch (MachineException e) {
      throw FileStoreException.otherKey(file);
    }
  }

  /** Checks both halves, also after a problem with the first. */
  private void requirePrivate(List<Path> halves) {
    Failures bad = new Failures();
    halves.forEach(half -> bad.attempt(() -> requirePrivate(half)));
    bad.throwFirst();
  }

  private PrivateJwk privateHalf(Path file, KeyForm form, KeySpec spec) {
    byte[] text = readPrivately(file, limits.key());
    try {
      return form.readPrivate(spec, text);
    } catch (KeyTextException e) {
      throw FileStoreException.unreadableKey(file, e);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private void requirePublicHalf(Path file, Path privateHalf, KeyForm form, PrivateJwk jwk) {
    try {
      form.requirePublic(jwk.publicJwk(), readPrivately(file, limits.key()));
    } catch (KeyTextException e) {
      throw FileStoreException.publicHalf(file, privateHalf, form, e);
    }
  }

  /** Reads {@code profiles.json}. */
  byte[] readList() {
    return readPrivately(layout.path(Layout.INDEX), limits.json());
  }

  private byte[] readPrivately(Path file, int limit) {
    requirePrivate(file);
    return files.read(file, limit);
  }

  /** Refuses a file that others may read or change. */
  void requirePrivate(Path file) {
    files.status(file).require(FileStatus.Kind.FILE, file).requirePrivate(file);
  }
}
