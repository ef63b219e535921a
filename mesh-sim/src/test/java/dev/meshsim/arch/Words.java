package dev.meshsim.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.meshsim.error.MeshException;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;

/**
 * The rules that keep the words of others from a terminal: they reach it through the console of the
 * command, a report or a {@link MeshException}, which escape what would mislead.
 */
final class Words {

  /** The classes that make a printer. */
  private static final Set<String> PRINTERS =
      Set.of(
          // The console of the command, which escapes; its streams; and picocli's writers over it.
          "dev.meshsim.cli.console.Console",
          "dev.meshsim.cli.ProcessOutput",
          "dev.meshsim.cli.MeshSim",
          // A printer of nothing.
          "dev.meshsim.scenario.results.ReportWriter",
          // A page in memory, which the console prints.
          "dev.meshsim.scenario.run.TranscriptRun",
          // The stack trace of an internal error, for a file.
          "dev.meshsim.scenario.run.ScenarioRun");

  /** The failures that no caller outside their package sees. */
  private static final Set<String> INNER_FAILURES =
      Set.of(
          // A parser of Jackson has to throw one of Jackson's; JsonErrors makes ours of it.
          "dev.meshsim.json.OctetFault",
          "dev.meshsim.json.Refused",
          "dev.meshsim.log.memory.TransactionView$OvertakenException",
          "dev.meshsim.portal.service.Refusal",
          // The ends of a simulated program from outside; its own code must not handle them.
          "dev.meshsim.sim.disk.SimulatedCrash",
          "dev.meshsim.sim.schedule.ActorStopped",
          "dev.meshsim.ssh.KeyTextException",
          "dev.meshsim.store.h2.PortalView$ReadFailure",
          "dev.meshsim.store.h2.database.Snapshot$PassedException",
          "dev.meshsim.store.registry.hive.RegScanner$Unreadable",
          // A person who leaves a question of a wizard; nothing that handles failures may take it.
          "dev.meshsim.wizard.Leaving");

  private static final Set<String> STANDARD_STREAMS = Set.of("out", "err", "console");

  /** The rules. */
  static final List<ArchRule> RULES = List.of(printersAreMadeInFewClasses(), failuresAreSafe());

  private Words() {}

  private static ArchRule printersAreMadeInFewClasses() {
    return noClasses()
        .that(named("are not those that print", type -> !PRINTERS.contains(type.getName())))
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe("a printer is made", Words::makesPrinter));
  }

  private static boolean makesPrinter(JavaAccess<?> access) {
    String name = access.getTarget().getName();
    JavaClass owner = access.getTargetOwner();
    boolean printer =
        owner.isEquivalentTo(PrintStream.class) || owner.isEquivalentTo(PrintWriter.class);
    return (printer && name.equals("<init>"))
        || (owner.isEquivalentTo(System.class) && STANDARD_STREAMS.contains(name))
        || (owner.isEquivalentTo(FileDescriptor.class) && STANDARD_STREAMS.contains(name));
  }

  private static ArchRule failuresAreSafe() {
    return classes()
        .that()
        .areAssignableTo(Throwable.class)
        .and(named("are seen", type -> !INNER_FAILURES.contains(type.getName())))
        .should()
        .beAssignableTo(MeshException.class)
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> named(
      String description, java.util.function.Predicate<JavaClass> test) {
    return DescribedPredicate.describe(description, test);
  }
}
