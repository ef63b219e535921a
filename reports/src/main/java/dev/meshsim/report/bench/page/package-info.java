/**
 * The report on benchmarks that a person opens in a browser. {@link
 * dev.meshsim.report.bench.page.BenchReport} makes a page without scripts in the look of the
 * suite's report: the targets, bars with errors beside each peer, curves on logarithmic axes for
 * what grows, and the history of each row over runs. Every chart is also a file of its own in SVG,
 * with literal colours, for papers.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.bench.page;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
