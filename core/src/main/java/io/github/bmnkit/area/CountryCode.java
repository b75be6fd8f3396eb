package io.github.bmnkit.area;

/** The whole country, the root of both views. */
public record CountryCode() implements AreaCode {
    /** Thailand. */
    public static final CountryCode THAILAND = new CountryCode();

    @Override
    public String value() {
        return "TH";
    }

    @Override
    public AreaLevel level() {
        return AreaLevel.COUNTRY;
    }

    @Override
    public String toString() {
        return value();
    }
}
