package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.protocol.Transaction;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page on copied requests has a row for each transaction; CopiedRequestsTest tests the rows.
 */
class RequestsPageTest {

  @Test
  void everyTransactionHasARowAndNoRowIsForAnotherOne() throws IOException {
    List<String> lines = Files.readAllLines(Golden.root().resolve("docs/requests.md"));
    Set<String> rows = new TreeSet<>();
    boolean inTable = false;
    for (String line : lines) {
      inTable = line.startsWith("|") && (inTable || line.startsWith("| Request |"));
      if (inTable && !line.startsWith("| Request |") && !line.startsWith("|-")) {
        rows.add(line.split("\\|")[1].trim().split(" ")[0]);
      }
    }
    assertEquals(
        Arrays.stream(Transaction.values())
            .map(Transaction::wireName)
            .collect(Collectors.toCollection(TreeSet::new)),
        rows);
  }
}
