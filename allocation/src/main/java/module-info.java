/** The numbers of a survey round. */
module io.github.bmnkit.allocation {
    requires transitive io.github.bmnkit.core;
    
    requires static org.jspecify;
}
