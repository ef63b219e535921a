package dev.meshsim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.audit.record.LogFrames;
import dev.meshsim.audit.record.LogFramesTest;
import dev.meshsim.audit.record.LogRecord;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.Problem;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.Tolerance;
import dev.meshsim.json.TolerantJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of all records, signatures and fingerprints in the sample logs. */
class SampleLogsTest {

  private static List<LogVerdict> verdicts(String... names) {
    Bytes[] logs = new Bytes[names.length];
    for (int i = 0; i < names.length; i++) {
      logs[i] = Samples.octets(names[i]);
    }
    LogVerify.Result result = Verdicts.of(logs);
    assertFalse(result.failed());
    return result.files();
  }

  private static String counts(LogVerdict verdict) {
    return verdict.generation()
        + " "
        + verdict.records()
        + " "
        + verdict.unreadable()
        + " "
        + verdict.signatures()
        + " "
        + verdict.fingerprints();
  }

  private static String counts(
      String generation, int records, int verified, int unverifiable, int matched) {
    return generation
        + " "
        + records
        + " 0 "
        + new LogVerdict.Signatures(verified, 0, unverifiable)
        + " "
        + new LogVerdict.Fingerprints(matched, 0);
  }

  @Test
  void theLogsOf2016Together() {
    List<LogVerdict> both =
        verdicts("reference-2016-03/mesh.jlog", "reference-2016-03/portal.jlog");
    assertEquals(counts("2016", 6, 12, 0, 24), counts(both.get(0)));
    assertEquals(counts("2016", 5, 4, 0, 6), counts(both.get(1)));
    assertEquals(List.of(), both.get(0).problems());
    assertEquals(List.of(), both.get(1).problems());
  }

  @Test
  void thePortalLogOf2016LacksTheAdministratorsKey() {
    LogVerdict portal = verdicts("reference-2016-03/portal.jlog").get(0);
    assertEquals(counts("2016", 5, 3, 1, 6), counts(portal));
    assertEquals(
        List.of(
            new Problem(
                5,
                ProblemKind.UNVERIFIABLE,
                "connection result for MD2BW-RUSQA-6WY3J-YDGY3-QP6IX-NH457: the key"
                    + " MDP25-ZHH5R-BCUCT-ZFNOX-ALK6U-FGEBD is in none of the files")),
        portal.problems());
  }

  @ParameterizedTest
  @CsvSource({
    "Tmesh.jlog, 2, 3, 6, 3",
    "Tportal.jlog, 3, 2, 3, 0",
    "escrow.json, 1, 0, 0, 0",
    "myprofile.json, 1, 3, 6, 3"
  })
  void theFilesOf2017(String name, int records, int verified, int matched, int certificates) {
    LogVerdict verdict = verdicts("reference-2017-06/" + name).get(0);
    assertEquals(counts("2017", records, verified, 0, matched), counts(verdict));
    List<ProblemKind> malformed = new ArrayList<>();
    for (int i = 0; i < certificates; i++) {
      malformed.add(ProblemKind.MALFORMED_CERTIFICATE);
    }
    Verdicts.assertKinds(malformed, verdict);
  }

  @Test
  void onlyTheTolerantReaderReadsTheLogs() {
    LogRecord record =
        LogRecord.read(
            LogFramesTest.frames(
                    new LogFrames(
                        new java.io.ByteArrayInputStream(
                            Samples.octets("reference-2017-06/Tmesh.jlog").toArray())),
                    Samples.octets("reference-2017-06/Tmesh.jlog"))
                .get(1),
            octets -> {});
    Bytes text = Bytes.utf8(record.members().get("Text").stringValue());
    assertEquals(
        Set.of(Tolerance.RAW_CONTROL_CHARACTER), TolerantJson.readNoting(text).tolerances());
  }

  @Test
  void showPrintsTheSigners() {
    List<String> lines = new ArrayList<>();
    LogShow.show(LogSource.of(Samples.path("reference-2016-03/portal.jlog")), false, lines::add);
    assertEquals(
        List.of(
            "     1  Header  application/mesh-portal",
            "     2  2016-03-01T23:25:44Z  New     Account$alice  Account",
            "     3  2016-03-01T23:25:46Z  Update  Pending-MAXY2-VAPVQ-CZSCD-TRCG3-KTBQ2-S2KRR"
                + "  ConnectionsPending  signed by MD2BW-RUSQA-6WY3J-YDGY3-QP6IX-NH457",
            "     4  2016-03-01T23:25:46Z  Update  Pending-MAXY2-VAPVQ-CZSCD-TRCG3-KTBQ2-S2KRR"
                + "  ConnectionsPending",
            "     5  2016-03-01T23:25:46Z  New     Result-MD2BW-RUSQA-6WY3J-YDGY3-QP6IX-NH457"
                + "  SignedConnectionResult  signed by MDP25-ZHH5R-BCUCT-ZFNOX-ALK6U-FGEBD"),
        lines);
  }
}
