package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.ProjectDirectory;
import dev.meshsim.cli.console.ProtectOption;
import dev.meshsim.cli.console.TrustOption;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.EncodedPortal;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.conformance.Outside;
import dev.meshsim.scenario.conformance.OwnCases;
import dev.meshsim.scenario.conformance.OwnNames;
import dev.meshsim.scenario.conformance.RuleLedger;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.recording.ProtectedLink;
import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim conformance}. */
@Command(
    name = "conformance",
    description = {
      "Plays the suite against a portal that runs already, and prints for each rule of portals",
      "whether it is kept, broken or could not be tried, and why.",
      "Accounts get names of the kit, and are deleted afterwards; published profiles stay, because",
      "the protocol deletes none. From outside nobody sees what a portal writes to its log."
    },
    mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {

  private static final int SEED_OCTETS = 4;

  private final Console console;

  @Parameters(paramLabel = "URL", description = "The portal's address, http://HOST:PORT.")
  private String url = "";

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "mesh",
      description = "The dialect of the portal, mesh or portal-2017. Default: ${DEFAULT-VALUE}.")
  private String dialect = "";

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      defaultValue = OwnNames.SUITE_DOMAIN,
      description = "The domain of the portal's accounts. Default: ${DEFAULT-VALUE}.")
  private String domain = "";

  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Try only this rule, name-taken for example; may be given several times.")
  private List<String> rules = List.of();

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      description = "The scenarios to play. Default: the project's scenarios/.")
  private @Nullable Path scenarios;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed, from which the names of accounts come too. Default: a random one.")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "mesh-sim-conformance",
      description =
          "The results directory, with the report and junit.xml; the cases as they were played are"
              + " beside it, below DIR-cases. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("");

  @Mixin private EncodingOption encoding = new EncodingOption();

  @Mixin private ProtectOption protect = new ProtectOption();

  public ConformanceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PortalAddress address = PortalAddress.parse(url);
    requireRules();
    Dialect spoken = Dialect.named(dialect);
    long drawn = seed();
    // A directory of its own for each run: nothing of an earlier one is played or deleted.
    String mark = Long.toString(drawn, Character.MAX_RADIX);
    Path copies = out.toAbsolutePath().resolveSibling(out.getFileName() + "-cases").resolve(mark);
    OwnCases cases = cases(copies, AccountName.domain(domain), mark);
    RunOptions options =
        new RunOptions(
            drawn,
            Optional.of(spoken),
            Optional.empty(),
            RunOptions.DEFAULT_STORE,
            address.toString(),
            encoding.encoding(),
            protect.level(encoding.encoding()));
    RunPlan all =
        RunPlan.of(cases.written().isEmpty() ? List.of() : ScenarioFiles.read(List.of(copies)));
    RunPlan plan =
        new RunPlan(
            all.rejected(),
            all.cases().stream().filter(one -> isChosen(one.scenario().tags())).toList());
    RuleLedger ledger = new RuleLedger(cases);
    PortalConnections connections = trust.connections();
    RunTotals totals;
    try (OpenLink link = OpenLink.elsewhere(address, connections)) {
      EncodedPortal.offered(
          MeshPortalRemote.at(address, AccountName.domain(domain), spoken, connections),
          options.encoding());
      PortalLink encoded = link.link().in(options.encoding());
      RunControls controls =
          RunControls.plain().over(ProtectedLink.of(encoded, options.protection(), protect.key()));
      totals = new Runner(options, out, List.of(ledger), controls).run(plan);
    }
    print(ledger.rows().stream().filter(row -> isWanted(row.rule())).toList(), totals);
    return totals.exitCode();
  }

  private boolean isWanted(Rule rule) {
    return rules.isEmpty()
        || rules.contains(rule.tag())
        || rules.contains(rule.tag().substring(Rule.TAG.length()));
  }

  private List<Rule> wanted() {
    return Outside.rules().stream().filter(this::isWanted).toList();
  }

  private boolean isChosen(List<String> tags) {
    return wanted().stream().map(Rule::tag).anyMatch(tags::contains);
  }

  private void requireRules() {
    List<String> known =
        Outside.rules().stream().map(rule -> rule.tag().substring(Rule.TAG.length())).toList();
    for (String wanted : rules) {
      if (Outside.rules().stream().noneMatch(rule -> rule.tag().equals(wanted))
          && !known.contains(wanted)) {
        throw new InputException(
            "there is no rule " + Quote.text(wanted) + " of portals",
            DidYouMean.to(wanted, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("docs/coverage.md lists them"));
      }
    }
  }

  private long seed() {
    if (seed != null) {
      return seed;
    }
    byte[] drawn = World.system().stream("mesh-sim", "conformance seed").bytes(SEED_OCTETS);
    return Integer.toUnsignedLong(ByteBuffer.wrap(drawn).getInt());
  }

  private OwnCases cases(Path to, String name, String mark) {
    Path suite =
        (scenarios == null ? ProjectDirectory.path("scenarios") : scenarios).toAbsolutePath();
    try {
      return OwnCases.write(suite, ScenarioFiles.in(suite), to, wanted(), name, mark);
    } catch (IOException e) {
      throw new InputException(
          Quote.of(to) + ": the cases cannot be written: " + IoReason.of(e),
          "name a directory that may be written to with --out");
    }
  }

  private void print(List<RuleLedger.Row> rows, RunTotals totals) {
    for (RuleLedger.Row row : rows) {
      String tag = row.rule().tag();
      console.line(
          String.format(
              Locale.ROOT, "%-10s %-26s %s", row.state().words(), tag, row.rule().sentence()));
      if (row.state() != RuleLedger.State.KEPT) {
        console.line("           " + row.why());
      }
      row.directory()
          .ifPresent(name -> console.line("           exchanges: " + Quote.of(out) + "/" + name));
    }
    long kept = rows.stream().filter(row -> row.state() == RuleLedger.State.KEPT).count();
    long broken = rows.stream().filter(row -> row.state() == RuleLedger.State.BROKEN).count();
    console.line(
        kept
            + " rules kept, "
            + broken
            + " broken, "
            + (rows.size() - kept - broken)
            + " not tried; "
            + (totals.passed() + totals.failed())
            + " cases played, report in "
            + Quote.of(out));
  }
}
