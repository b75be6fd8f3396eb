package io.github.bmnkit.finding;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding is: a line and column of a file, a JSON Pointer (RFC 6901), a byte, an area, a member of a household,
 * or several of these at once.
 */
public final class Place {
    private static final Place NOWHERE = new Place(null, 0, 0, -1, null, null, 0);

    private final @Nullable String document;
    private final int line;
    private final int column;
    private final long offset;
    private final @Nullable String pointer;
    private final @Nullable String area;
    private final int member;

    private Place(
            @Nullable String document,
            int line,
            int column,
            long offset,
            @Nullable String pointer,
            @Nullable String area,
            int member) {
        this.document = document;
        this.line = line;
        this.column = column;
        this.offset = offset;
        this.pointer = pointer;
        this.area = area;
        this.member = member;
    }

    /**
     * Returns the place that says nothing: the whole, or not known.
     *
     * @return the empty place
     */
    public static Place nowhere() {
        return NOWHERE;
    }

    /**
     * Returns a line of a file.
     *
     * @param line the line, from 1
     * @return the place
     */
    public static Place line(int line) {
        return NOWHERE.withLine(line, 0);
    }

    /**
     * Returns an area.
     *
     * @param code the code of the area
     * @return the place
     */
    public static Place area(String code) {
        return NOWHERE.withArea(code);
    }

    /**
     * Returns this place in a named file or document.
     *
     * @param name a name that the reader of the finding knows
     * @return the place
     */
    public Place withDocument(String name) {
        return new Place(requireNonNull(name, "name"), line, column, offset, pointer, area, member);
    }

    /**
     * Returns this place at a line and column.
     *
     * @param newLine the line, from 1; 0 for none
     * @param newColumn the column in characters, from 1; 0 for the whole line
     * @return the place
     */
    public Place withLine(int newLine, int newColumn) {
        if (newLine < 0 || newColumn < 0) {
            throw new IllegalArgumentException("line and column must not be negative: " + newLine + ", " + newColumn);
        }
        return new Place(document, newLine, newColumn, offset, pointer, area, member);
    }

    /**
     * Returns this place at a byte.
     *
     * @param bytes the number of bytes before it
     * @return the place
     */
    public Place withOffset(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("offset must not be negative: " + bytes);
        }
        return new Place(document, line, column, bytes, pointer, area, member);
    }

    /**
     * Returns this place at a JSON value.
     *
     * @param jsonPointer the pointer (RFC 6901); empty for the whole document
     * @return the place
     */
    public Place withPointer(String jsonPointer) {
        return new Place(document, line, column, offset, requireNonNull(jsonPointer, "jsonPointer"), area, member);
    }

    /**
     * Returns this place in an area.
     *
     * @param code the code of the area
     * @return the place
     */
    public Place withArea(String code) {
        return new Place(document, line, column, offset, pointer, requireNonNull(code, "code"), member);
    }

    /**
     * Returns this place at a member of the household.
     *
     * @param key the member's key, from 1: given once and never reused, not a position
     * @return the place
     */
    public Place withMember(int key) {
        if (key < 1) {
            throw new IllegalArgumentException("a member's key starts at 1: " + key);
        }
        return new Place(document, line, column, offset, pointer, area, key);
    }

    /**
     * Returns the name of the file or document.
     *
     * @return the name, if known
     */
    public Optional<String> document() {
        return Optional.ofNullable(document);
    }

    /**
     * Returns the line.
     *
     * @return the line, from 1, if known
     */
    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /**
     * Returns the column.
     *
     * @return the column in characters, from 1, if known
     */
    public OptionalInt column() {
        return column == 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /**
     * Returns the byte.
     *
     * @return the number of bytes before it, if known
     */
    public OptionalLong offset() {
        return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /**
     * Returns the JSON Pointer.
     *
     * @return the pointer, if known
     */
    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    /**
     * Returns the area.
     *
     * @return the code of the area, if known
     */
    public Optional<String> area() {
        return Optional.ofNullable(area);
    }

    /**
     * Returns the member of the household.
     *
     * @return the member's key, from 1, if known
     */
    public OptionalInt member() {
        return member == 0 ? OptionalInt.empty() : OptionalInt.of(member);
    }

    /**
     * Says the place in words.
     *
     * @param locale Thai, or else English
     * @return the words; empty for {@link #nowhere()}
     */
    public String text(Locale locale) {
        List<String> parts = new ArrayList<>();
        if (document != null) {
            parts.add(document);
        }
        if (line > 0) {
            parts.add(Text.of("บรรทัด ", "line ").in(locale) + line);
        }
        if (column > 0) {
            parts.add(Text.of("คอลัมน์ ", "column ").in(locale) + column);
        }
        if (offset >= 0) {
            parts.add(Text.of("ไบต์ ", "byte ").in(locale) + offset);
        }
        if (pointer != null) {
            parts.add(pointer.isEmpty() ? "/" : pointer);
        }
        if (area != null) {
            parts.add(Text.of("พื้นที่ ", "area ").in(locale) + area);
        }
        if (member > 0) {
            parts.add(Text.of("สมาชิก ", "member ").in(locale) + member);
        }
        return String.join(", ", parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place that
                && line == that.line
                && column == that.column
                && offset == that.offset
                && member == that.member
                && Objects.equals(document, that.document)
                && Objects.equals(pointer, that.pointer)
                && Objects.equals(area, that.area);
    }

    @Override
    public int hashCode() {
        return Objects.hash(document, line, column, offset, pointer, area, member);
    }

    /** Returns the place in English words. */
    @Override
    public String toString() {
        return text(Locale.ROOT);
    }
}
