/**
 * Jakarta Validation constraints for the beans and records of a host. Start at
 * {@link io.github.bmnkit.constraints.NationalId}: annotate, and messages in Thai and English say what is wrong without
 * repeating the value.
 *
 * <p>The validators are services ({@code jakarta.validation.ConstraintValidator}), which Hibernate Validator finds on the
 * class path and on the module path. Its messages come from {@code ContributorValidationMessages}, which it reads by itself
 * and which also has the Thai messages of the standard constraints that it lacks; with another provider, copy what is
 * needed into the host's {@code ValidationMessages} and register the validators in its XML configuration. Without any
 * provider the annotations do nothing.
 *
 * <p>On the module path, {@code opens} the packages of annotated types to {@code org.hibernate.validator}, and add
 * {@code --add-modules jakarta.el} if the provider's expression language is used.
 *
 * <p>The validators have no state of their own and are safe for use by several threads once initialised.
 */
@NullMarked
package io.github.bmnkit.constraints;

import org.jspecify.annotations.NullMarked;
