/**
 * The project's own benchmarks: the groups that {@code mesh-sim bench} runs, which row is which
 * row's peer, and the targets of docs/performance.md with the figures by which they are judged. The
 * rows are known by the names of classes and methods; nothing here needs JMH or a checkout.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.bench.suite;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
