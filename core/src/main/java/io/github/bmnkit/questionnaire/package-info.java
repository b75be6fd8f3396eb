/**
 * What is asked: sections, questions, code lists and the roster of a form, as data with a status and sources. Start at
 * {@link io.github.bmnkit.questionnaire.Questionnaire}, which reads a form and says everything that is wrong with it;
 * {@link io.github.bmnkit.questionnaire.Questionnaires} has the form that is shipped. Where a form
 * takes the place of another, {@link io.github.bmnkit.questionnaire.FormDiff} tells what that does to stored answers, and
 * {@link io.github.bmnkit.questionnaire.Migration} carries them over.
 *
 * <p>All types are immutable and safe for use by several threads, but for the builders.
 */
@NullMarked
package io.github.bmnkit.questionnaire;

import org.jspecify.annotations.NullMarked;
