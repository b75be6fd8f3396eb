package io.github.bmnkit.round;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import java.util.List;

/**
 * The papers that a level issues.
 *
 * @param level the level
 * @param papers the papers, all of which are due
 */
public record LevelPapers(AreaLevel level, List<Paper> papers) {
    /**
     * Copies the list.
     *
     * @param level the level
     * @param papers the papers, all of which are due
     */
    public LevelPapers {
        requireNonNull(level, "level");
        papers = List.copyOf(papers);
    }
}
