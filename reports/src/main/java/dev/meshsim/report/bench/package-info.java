/**
 * Results of benchmarks: read from the JSON of JMH, judged, and compared. {@link
 * dev.meshsim.report.bench.JmhReader} reads a file strictly into {@link
 * dev.meshsim.report.bench.BenchResults}, whose rows keep the score of every iteration of every
 * fork in one unit. {@link dev.meshsim.report.bench.Estimate} turns the scores of a row into a
 * typical score with an error that knows that iterations of one fork are alike, and two estimates
 * into a ratio. {@link dev.meshsim.report.bench.Comparison} compares two runs row by row and
 * corrects for the number of rows; {@link dev.meshsim.report.bench.RowComparison} has the rule of
 * the verdict.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.bench;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
