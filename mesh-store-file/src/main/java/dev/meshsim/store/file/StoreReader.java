package dev.meshsim.store.file;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.files.FilesException;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.store.Failures;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole store. Problems are collected instead of thrown, so that a person sees all of them
 * at once.
 */
final class StoreReader {

  private final DurableFiles files;
  private final Layout layout;
  private final RecordFiles recordFiles;
  private final StoreContent content = new StoreContent();
  private final Set<String> expected = new HashSet<>();
  private boolean isNew;

  StoreReader(DurableFiles files, Layout layout, RecordFiles recordFiles) {
    this.files = files;
    this.layout = layout;
    this.recordFiles = recordFiles;
  }

  /** Reads everything; the caller clears the keys. */
  StoreContent read() {
    try {
      ProfilesIndex index = index();
      if (index != null) {
        readSections(index);
        requireWhole(index);
      }
    } catch (MeshException e) {
      content.setUnreadable(e);
    }
    Failures bad = new Failures();
    bad.attempt(() -> lookInto("", bad));
    Layout.DIRECTORIES.forEach(directory -> bad.attempt(() -> lookInto(directory, bad)));
    bad.all().forEach(content::addStrange);
    return content;
  }

  /** Null if the store is new. */
  private @Nullable ProfilesIndex index() {
    Path file = layout.path(Layout.INDEX);
    if (files.status(file).isAbsent()) {
      requireNew(file);
      isNew = true;
      return null;
    }
    Bytes text = Bytes.of(recordFiles.readList());
    ProfilesIndex index;
    try {
      int version = MeshJson.readTree(text).path("Version").asInt(ProfilesIndex.VERSION);
      if (version != ProfilesIndex.VERSION) {
        throw FileStoreException.otherVersion(file, version);
      }
      index = MeshJson.read(text, ProfilesIndex.class);
    } catch (JsonException e) {
      throw FileStoreException.index(file, "is not the list of a store: " + e.problem());
    }
    if (!index.mode().equals(layout.modeName())) {
      throw FileStoreException.wrongMode(file, index.mode(), layout.modeName());
    }
    return index;
  }

  /** Refuses files without their index, which would look like an empty store. */
  private void requireNew(Path file) {
    int count = 0;
    for (String directory : Layout.DIRECTORIES) {
      Path path = layout.path(directory);
      if (files.status(path).kind() == FileStatus.Kind.DIRECTORY) {
        count +=
            (int)
                files.list(path).stream()
                    .filter(f -> Layout.couldBeOurs(directory, f.getFileName().toString()))
                    .count();
      }
    }
    if (count > 0) {
      throw FileStoreException.missingIndex(file, count);
    }
  }

  private void readSections(ProfilesIndex index) {
    section(
        index.accounts(),
        RecordKind.ACCOUNT,
        item -> new MachineRecord.Account(item.name(), udf(item.profile())));
    section(
        index.personalProfiles(),
        RecordKind.PERSONAL,
        item ->
            new MachineRecord.Personal(
                recordFiles.readProfile(SignedPersonalProfile.class, udf(item.name()), "mmmp")));
    section(
        index.thisDevice(),
        RecordKind.DEVICE,
        item ->
            new MachineRecord.Device(
                recordFiles.readProfile(SignedDeviceProfile.class, udf(item.name()), "mmmd")));
    section(
        index.applicationProfiles(),
        RecordKind.APPLICATION,
        item ->
            new MachineRecord.Application(
                udf(item.profile()),
                recordFiles.readProfile(SignedApplicationProfile.class, udf(item.name()), "mmma")));
    section(
        index.connectionRequests(),
        RecordKind.REQUEST,
        item -> recordFiles.readRequest(item.name()));
    ProfilesIndex.Section lags = index.portalLags();
    if (lags != null) {
      section(lags, RecordKind.BEHIND, item -> recordFiles.readLag(item.name()));
    }
    ProfilesIndex.Section portals = index.portals();
    if (portals != null) {
      section(portals, RecordKind.PORTAL, item -> recordFiles.readPortal(item.name()));
    }
    section(
        index.keys(),
        RecordKind.PRIVATE_KEY,
        item -> recordFiles.readKey(udf(item.name()), spec(item)));
  }

  /** Refuses a wrong bit that leaves a list which could be another store's. */
  private void requireWhole(ProfilesIndex index) {
    if (!index.isWhole()) {
      throw bad(
          "is not as it was written: its content is not that of its member Check; remove this member"
              + " if you have edited the file");
    }
  }

  private interface ItemReader {
    MachineRecord read(ProfilesIndex.Item item);
  }

  private void section(ProfilesIndex.Section section, RecordKind kind, ItemReader reader) {
    String standard = section.standard();
    if (standard != null) {
      storable(kind, standard);
      MachineRecord chosen = chosen(kind, standard);
      content.put(chosen.key(), chosen);
    }
    for (ProfilesIndex.Item item : section.entries()) {
      RecordKey key = storable(kind, item.name());
      List<String> names = filesOf(kind, item);
      if (content.names(key)) {
        throw bad("names " + key + " twice");
      }
      if (!Objects.equals(item.file(), names.isEmpty() ? null : names.get(0))) {
        throw bad("says that " + key + " is in the file " + item.file() + ", not in " + names);
      }
      expected.addAll(names);
      try {
        content.put(key, reader.read(item));
      } catch (MeshException e) {
        content.putDamaged(key, e);
      }
    }
  }

  /** The files by {@link Layout#filesOf}, before the record is read. */
  private List<String> filesOf(RecordKind kind, ProfilesIndex.Item item) {
    return switch (kind) {
      case ACCOUNT -> {
        udf(item.profile());
        yield List.of();
      }
      case PERSONAL -> layout.profile(udf(item.name()), "mmmp");
      case DEVICE -> layout.profile(udf(item.name()), "mmmd");
      case APPLICATION -> {
        udf(item.profile());
        yield layout.profile(udf(item.name()), "mmma");
      }
      case REQUEST -> List.of(Layout.requestFile(item.name()));
      case BEHIND -> List.of(Layout.lagFile(item.name()));
      case PORTAL -> List.of(Layout.portalFile(item.name()));
      case PRIVATE_KEY -> layout.keyFiles(KeyForm.of(spec(item)), udf(item.name()));
      case DEFAULT -> throw new IllegalStateException("a default has a member of its own");
    };
  }

  private Udf udf(@Nullable String text) {
    if (text == null) {
      throw bad("names a record without the fingerprint that belongs to it");
    }
    try {
      return Udf.parse(text);
    } catch (UdfException.Syntax e) {
      throw bad("has a wrong fingerprint: " + e.problem());
    }
  }

  private KeySpec spec(ProfilesIndex.Item item) {
    KeySpec spec = item.keySpec();
    if (spec == null) {
      throw bad("names a key without its KeySpec");
    }
    return spec;
  }

  private MachineRecord chosen(RecordKind kind, String name) {
    try {
      return new MachineRecord.Default(kind, name);
    } catch (IllegalArgumentException e) {
      throw bad("names a default that cannot be: " + e.getMessage());
    }
  }

  private RecordKey storable(RecordKind kind, String name) {
    try {
      return new RecordKey(kind, name);
    } catch (IllegalArgumentException e) {
      throw bad("names a record that cannot be: " + e.getMessage());
    }
  }

  private FileStoreException bad(String problem) {
    return FileStoreException.index(layout.path(Layout.INDEX), problem);
  }

  private void lookInto(String directory, Failures bad) {
    Path path = layout.path(directory);
    FileStatus status = files.status(path);
    if (isNew && status.isAbsent()) {
      return;
    }
    status.require(FileStatus.Kind.DIRECTORY, path);
    bad.attempt(() -> status.requirePrivate(path));
    for (Path file : files.list(path)) {
      String name = file.getFileName().toString();
      boolean known =
          directory.isEmpty()
              ? layout.belongsInRoot(name)
              : expected.contains(directory + "/" + name);
      if (!known) {
        bad.attempt(() -> stranger(file, directory, name));
      }
    }
  }

  /**
   * Reports a file that belongs to no record. The remains of an interrupted commit are not
   * reported. If the index is damaged, only the mode of files with names of records is checked.
   */
  private void stranger(Path file, String directory, String name) {
    if (Journal.isUnfinished(directory, name)) {
      if (!files.status(file).require(FileStatus.Kind.FILE, file).isPrivate()) {
        throw FilesException.ForeignFile.unknown(file, "a file of this store");
      }
    } else if (!content.isReadable() && Layout.couldBeOurs(directory, name)) {
      recordFiles.requirePrivate(file);
    } else {
      throw FilesException.ForeignFile.unknown(file, "a file of this store");
    }
  }
}
