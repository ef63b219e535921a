package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.ProblemKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The counts and problems of an object and all objects inside it. Not thread-safe. */
final class Tally {

  /**
   * A problem to report for the record of the object.
   *
   * @param detail one line
   */
  record Finding(ProblemKind kind, String detail) {}

  int verified;
  int failed;
  int unverifiable;
  int matched;
  int mismatched;

  private final List<Finding> findings = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Set<Generation> generations = EnumSet.noneOf(Generation.class);
  private final Map<String, String> listed = new LinkedHashMap<>();
  private final Set<String> requests = new LinkedHashSet<>();
  private boolean tooDeep;

  void add(ProblemKind kind, String detail) {
    findings.add(new Finding(kind, detail));
  }

  /** Adds a signature whose signer's role depends on other records. */
  void add(Claim claim) {
    claims.add(claim);
  }

  void add(Generation generation) {
    generations.add(generation);
  }

  /** Records that a verified profile lists an application. */
  void list(String application, String profile) {
    listed.put(application, profile);
  }

  /** Records the device of a verified connection request. */
  void request(String device) {
    requests.add(device);
  }

  /**
   * Reports objects nested too deeply; the result then depends on the nesting and is not reused.
   */
  void deepen(int signatures) {
    tooDeep = true;
    failed += signatures;
    add(ProblemKind.UNREADABLE, "signed objects are nested too deeply");
  }

  boolean tooDeep() {
    return tooDeep;
  }

  void add(Tally other) {
    verified += other.verified;
    failed += other.failed;
    unverifiable += other.unverifiable;
    matched += other.matched;
    mismatched += other.mismatched;
    findings.addAll(other.findings);
    claims.addAll(other.claims);
    generations.addAll(other.generations);
    listed.putAll(other.listed);
    requests.addAll(other.requests);
    tooDeep |= other.tooDeep;
  }

  List<Finding> findings() {
    return findings;
  }

  List<Claim> claims() {
    return claims;
  }

  Set<Generation> generations() {
    return generations;
  }

  Map<String, String> listed() {
    return listed;
  }

  Set<String> requests() {
    return requests;
  }
}
