package dev.meshsim.machine;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A search of all objects of this JVM that are reachable. A secret is sought as octets and as the
 * base64 and base64url texts of its inner octets, in byte arrays and in char arrays. This class
 * holds what it seeks with every bit inverted, so that it does not find itself.
 */
public final class LiveHeap {

  /** The end of a name in {@link #found} if a text was found, not the octets themselves. */
  static final String TEXT = " in base64";

  private static final int BLOCK = 1 << 20;

  private final Map<String, List<byte[]>> inverted = new TreeMap<>();

  /** Adds a secret to be sought, at least 16 octets; the caller clears its array afterwards. */
  public LiveHeap seek(String name, byte[] secret) {
    List<byte[]> forms = new ArrayList<>();
    forms.add(inverted(secret));
    for (int skip = 0; skip < 3; skip++) {
      // The texts of three octets depend on no others, wherever the secret begins.
      int length = (secret.length - skip) / 3 * 3;
      byte[] aligned = Arrays.copyOfRange(secret, skip, skip + length);
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        byte[] text = encoder.encode(aligned);
        byte[] wide =
            new String(text, StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_16BE);
        forms.add(inverted(text));
        forms.add(inverted(wide));
        Arrays.fill(text, (byte) 0);
        Arrays.fill(wide, (byte) 0);
      }
      Arrays.fill(aligned, (byte) 0);
    }
    inverted.put(name, forms);
    return this;
  }

  private static byte[] inverted(byte[] octets) {
    byte[] other = octets.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = (byte) ~other[i];
    }
    return other;
  }

  /**
   * The number of times that each secret is found, by name; a name that is not found is left out.
   */
  public Map<String, Integer> found(Path directory) throws IOException {
    Path dump = directory.resolve("live.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    try {
      return search(dump);
    } finally {
      Files.delete(dump);
    }
  }

  private Map<String, Integer> search(Path file) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    Form[][] starts = starts();
    int longest = longest();
    byte[] window = new byte[BLOCK + longest];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(window, 0, BLOCK);
          read > 0;
          read = in.readNBytes(window, kept, BLOCK)) {
        int end = kept + read;
        int scanned = read < BLOCK ? end : end - longest + 1;
        count(window, scanned, end, starts, counts);
        kept = end - Math.max(0, scanned);
        System.arraycopy(window, end - kept, window, 0, kept);
      }
    }
    Arrays.fill(window, (byte) 0);
    return counts;
  }

  private static void count(
      byte[] window, int scanned, int end, Form[][] starts, Map<String, Integer> counts) {
    int last = Math.min(scanned, end - 3);
    for (int i = 0; i < last; i++) {
      Form[] forms = starts[mark(window[i + 1], window[i + 3])];
      if (forms != null) {
        for (Form form : forms) {
          if (isAt(window, i, end, form.inverted())) {
            counts.merge(form.name(), 1, Integer::sum);
          }
        }
      }
    }
  }

  private record Form(String name, byte[] inverted) {}

  /**
   * The octets 1 and 3 of a form: also in a text of two octets a character, where 0 and 2 are zero
   * as in most of the heap.
   */
  private static int mark(byte one, byte three) {
    return (one & 0xff) << 8 | three & 0xff;
  }

  private Form[][] starts() {
    Form[][] starts = new Form[1 << 16][];
    inverted.forEach(
        (name, forms) ->
            forms.forEach(
                form -> {
                  int mark = mark((byte) ~form[1], (byte) ~form[3]);
                  Form added = new Form(name + (form == forms.get(0) ? "" : TEXT), form);
                  starts[mark] =
                      Stream.concat(
                              Stream.ofNullable(starts[mark]).flatMap(Arrays::stream),
                              Stream.of(added))
                          .toArray(Form[]::new);
                }));
    return starts;
  }

  private int longest() {
    return inverted.values().stream()
        .flatMap(List::stream)
        .mapToInt(form -> form.length)
        .max()
        .orElse(1);
  }

  private static boolean isAt(byte[] window, int from, int end, byte[] inverted) {
    if (from + inverted.length > end) {
      return false;
    }
    for (int i = 0; i < inverted.length; i++) {
      if (window[from + i] != (byte) ~inverted[i]) {
        return false;
      }
    }
    return true;
  }
}
