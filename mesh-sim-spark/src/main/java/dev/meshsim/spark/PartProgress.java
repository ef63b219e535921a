package dev.meshsim.spark;

import dev.meshsim.cli.console.Console;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Notes on the parts that ended and the executors that came and went. */
final class PartProgress extends SparkListener {

  private final Console console;

  PartProgress(Console console) {
    this.console = console;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    boolean done = end.reason() instanceof Success$;
    console.note(
        "part "
            + end.taskInfo().index()
            + (done ? " is done" : " failed")
            + " on executor "
            + end.taskInfo().executorId()
            + ", attempt "
            + end.taskInfo().attemptNumber());
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded added) {
    console.note("executor " + added.executorId() + " is there");
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    console.note("executor " + removed.executorId() + " is gone");
  }
}
