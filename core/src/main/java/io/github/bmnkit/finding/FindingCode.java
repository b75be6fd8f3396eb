package io.github.bmnkit.finding;

/**
 * One kind of finding: a released code never changes its meaning. Each package that reads or checks data has an enum of
 * its codes; rules are codes too, and a host may add its own.
 */
public interface FindingCode {
    /**
     * Returns the written name of the code, such as {@code area.unknown-province}.
     *
     * @return a name that is unique among all codes of a program
     */
    String id();

    /**
     * Returns how grave a finding of this kind is.
     *
     * @return the severity
     */
    Severity severity();

    /**
     * Returns what to say to people. A name in braces, such as {@code {expected}}, stands for the argument of that name.
     *
     * @return the pattern of the message
     */
    Text text();
}
