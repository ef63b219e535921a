/**
 * The forms in which a run is reported as it happens: lines for a terminal, JUnit XML, JSON, lines
 * of JSON, Markdown, and the annotations of GitHub Actions. Each is a listener on the one stream of
 * events, found by its name, and shows nothing that is not in the stream. Text of others, file
 * names and errors for example, is quoted for its place.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.listener;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
