/**
 * JSON as documents show it. {@link dev.meshsim.report.document.json.JsonPart} finds a part by JSON
 * Pointer, through the payloads of signed objects, and keeps its exact octets. {@link
 * dev.meshsim.report.document.json.JsonSpacing} changes the white space between tokens and nothing
 * else, so that a block can be compared with the octets that were sent. {@link
 * dev.meshsim.report.document.json.Shortened} leaves out long texts, with a mark that is no JSON.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.document.json;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
