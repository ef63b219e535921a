/**
 * The portal's side: the rules that a request must satisfy and the records that it writes. {@link
 * dev.meshsim.portal.service.MeshService} takes the octets of a request and returns the octets of a
 * response; it never throws. The {@code *Rules} classes each answer a group of transactions inside
 * one transaction of the portal store; {@code Authority} decides which key may sign a request, and
 * {@code Freshness} refuses copies of signed requests; {@link
 * dev.meshsim.portal.service.PortalPolicy} holds the limits. Clients never use this package: they
 * reach a service through {@code MeshPortal}, octets only.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.portal.service;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
