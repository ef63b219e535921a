package dev.meshsim.vectors;

import dev.meshsim.scenario.results.WholeFile;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All published files of vectors. */
public final class VectorSet {

  /** The seed of the published files: the date of the reference implementation's last version. */
  public static final long SEED = 20171205;

  private VectorSet() {}

  /** The text of each file by its name; equal in every call. */
  public static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    files().forEach(file -> texts.put(file.fileName(), file.text()));
    return texts;
  }

  /**
   * Writes every file into {@code directory}, which is made if it is absent. Existing files are
   * replaced.
   *
   * @return the number of tests in each file, by its name
   * @throws IOException if that fails
   */
  public static Map<String, Integer> write(Path directory) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    Files.createDirectories(directory);
    for (VectorFile file : files()) {
      WholeFile.write(
          directory.resolve(file.fileName()), file.text().getBytes(StandardCharsets.UTF_8));
      counts.put(file.fileName(), file.size());
    }
    return counts;
  }

  private static List<VectorFile> files() {
    World world = World.seeded(SEED);
    VectorKeys keys = new VectorKeys(world);
    return List.of(
        FingerprintVectors.make(),
        KeyFingerprintVectors.keys(keys),
        KeyFingerprintVectors.authenticators(keys),
        SplitVectors.make(world),
        CombineVectors.make(world),
        SignatureVectors.make(world, keys),
        EncryptionVectors.make(world, keys),
        EscrowVectors.make(world, keys),
        MessageVectors.make(),
        EncodingVectors.make(),
        JlogVectors.make(),
        RequestVectors.make(world, keys),
        ProtectedVectors.make(world),
        LogVectors.inclusion(),
        LogVectors.consistency(),
        CheckpointVectors.make(world),
        MapVectors.make());
  }
}
