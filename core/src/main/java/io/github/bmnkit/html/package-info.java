/**
 * The one place that writes HTML and SVG: {@link io.github.bmnkit.html.HtmlPage}, self-contained pages that need no
 * network, show Thai well and print, and {@link io.github.bmnkit.html.HtmlPaper}, papers of one sheet. Not exported.
 */
@NullMarked
package io.github.bmnkit.html;

import org.jspecify.annotations.NullMarked;
