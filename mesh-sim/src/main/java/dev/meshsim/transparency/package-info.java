/**
 * The verifiable log of a portal, as its readers check it. A checkpoint's last leaf is a {@link
 * dev.meshsim.transparency.MapHead} record, which has the root of the map of the latest records; so
 * one signed note binds all records and which of them are the latest of their keys. {@link
 * dev.meshsim.transparency.LogWatch} is one machine's watch on a log, {@link
 * dev.meshsim.transparency.Evidence} what it shows to others. The algorithms, the portal's side and
 * the witnesses are in the packages below.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
