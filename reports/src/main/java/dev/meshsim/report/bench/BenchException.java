package dev.meshsim.report.bench;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.JsonException;

/** Results of benchmarks that cannot be read or compared; the place is the file and the entry. */
public final class BenchException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    NOT_JSON(
        "bench.not-json",
        "A file of results is not JSON.",
        "name the file that JMH wrote with -rf json -rff FILE, after the run has ended"),
    NOT_JMH(
        "bench.not-jmh",
        "A file is JSON, but not the list of results that JMH writes.",
        "name the file that JMH wrote with -rf json -rff FILE"),
    VERSION(
        "bench.version",
        "Results were written by a version of JMH whose form is not known.",
        "measure again with JMH 1.21 to 1.x"),
    MEMBER(
        "bench.member",
        "A result lacks a member, or the member has another form than JMH gives it.",
        "measure again with JMH 1.21 to 1.x, and do not edit the file"),
    EMPTY(
        "bench.empty",
        "A file of results has none.",
        "see in the output of the run why no benchmark ended, and measure again"),
    TWICE(
        "bench.twice",
        "Two results have one benchmark, mode, number of threads and parameters.",
        "name each file once, and let no two runs write to one file"),
    NOTHING_COMMON(
        "bench.nothing-common",
        "Two files of results have no benchmark in common.",
        "name two runs of the same benchmarks with the same parameters");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private BenchException(Code code, String place, String problem) {
    super(code, place, problem, code.hint(), null);
  }

  static BenchException notJson(String place, JsonException cause) {
    return new BenchException(Code.NOT_JSON, place, "not JSON: " + cause.problem());
  }

  static BenchException notJmh(String place, String problem) {
    return new BenchException(Code.NOT_JMH, place, problem);
  }

  static BenchException version(String place, String problem) {
    return new BenchException(Code.VERSION, place, problem);
  }

  static BenchException member(String place, String problem) {
    return new BenchException(Code.MEMBER, place, problem);
  }

  static BenchException empty(String place) {
    return new BenchException(Code.EMPTY, place, "it has no results");
  }

  static BenchException twice(String place, String label) {
    return new BenchException(Code.TWICE, place, "it has a second result of " + label);
  }

  static BenchException nothingCommon(String base, String head) {
    return new BenchException(
        Code.NOTHING_COMMON, head, "it has no benchmark in common with " + base);
  }
}
