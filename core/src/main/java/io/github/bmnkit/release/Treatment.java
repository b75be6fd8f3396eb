package io.github.bmnkit.release;

import io.github.bmnkit.csv.Cell;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is made of the values of a field before anybody sees them. Level 0 is the least that is done; the further levels,
 * each coarser than the one before, are those to which k-anonymity may go. Above them all stands {@link #ANY}.
 */
sealed interface Treatment {
    /** A value that may be anything: the top of every hierarchy. */
    String ANY = "*";

    /** A code that is not in the list of the question, which could be a text of any kind. */
    String NOT_LISTED = ".x";

    /** How many levels there are below {@link #ANY}, from 1. */
    default int levels() {
        return 1;
    }

    /** A value at level 0; what is missing stands as in every table. */
    String cell(Value value);

    /** The cell at a level, from 1, of what is in a cell at level 0. */
    default String coarser(String cell, int level) {
        return cell;
    }

    /** What it is, for codebooks. */
    Text text();

    /** What it is at a level, for codebooks. */
    default String describe(int level) {
        return "";
    }

    /** It as a part of canonical JSON. */
    Map<String, Object> json();

    private static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.startsWith(".");
    }

    /** The value as it is; of an open list only the codes that are in it. */
    record AsIs(List<String> listed, boolean open) implements Treatment {
        public AsIs {
            listed = List.copyOf(listed);
        }

        @Override
        public String cell(Value value) {
            boolean unknown = open && value instanceof Value.Code code && !listed.contains(code.value());
            return unknown ? NOT_LISTED : Cell.value(value);
        }

        @Override
        public Text text() {
            return Text.of("ตามที่ตอบ", "as answered");
        }

        @Override
        public Map<String, Object> json() {
            return Map.of();
        }
    }

    /** A key instead of the value. */
    record Keyed() implements Treatment {
        @Override
        public String cell(Value value) {
            return Cell.value(value);
        }

        @Override
        public Text text() {
            return Text.of("แทนด้วยรหัสลับ (HMAC-SHA-256)", "replaced by a key (HMAC-SHA-256)");
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("keyed", true);
        }
    }

    /** Numbers in bands: for each level the lower bounds, in order. */
    record Bands(List<List<Long>> bounds) implements Treatment {
        public Bands {
            bounds = bounds.stream().map(List::copyOf).toList();
        }

        @Override
        public int levels() {
            return bounds.size();
        }

        @Override
        public String cell(Value value) {
            if (!(value instanceof Value.Amount amount)) {
                return Cell.value(value);
            }
            return band(amount.value().setScale(0, RoundingMode.FLOOR), bounds.get(0));
        }

        private static String band(BigDecimal value, List<Long> bounds) {
            int at = 0;
            while (at < bounds.size() && value.compareTo(BigDecimal.valueOf(bounds.get(at))) >= 0) {
                at++;
            }
            if (at == 0) {
                return "<" + bounds.get(0);
            }
            long from = bounds.get(at - 1);
            if (at == bounds.size()) {
                return from + "+";
            }
            long to = bounds.get(at) - 1;
            return from == to ? Long.toString(from) : from + ".." + to;
        }

        @Override
        public String coarser(String cell, int level) {
            if (isMissing(cell) || cell.startsWith("<")) {
                return cell; // the first bound is that of every level
            }
            int end = cell.indexOf("..") > 0
                    ? cell.indexOf("..")
                    : cell.endsWith("+") ? cell.length() - 1 : cell.length();
            return band(new BigDecimal(cell.substring(0, end)), bounds.get(level));
        }

        @Override
        public Text text() {
            return Text.of("จัดเป็นช่วง", "in bands");
        }

        @Override
        public String describe(int level) {
            return bounds.get(level).toString();
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("bands", bounds);
        }
    }

    /** Codes in groups: for each level after the codes themselves the name of the group of every code. */
    record Groups(AsIs codes, List<Map<String, String>> groups) implements Treatment {
        public Groups {
            groups = groups.stream().map(Map::copyOf).toList();
        }

        @Override
        public int levels() {
            return 1 + groups.size();
        }

        @Override
        public String cell(Value value) {
            return codes.cell(value);
        }

        @Override
        public String coarser(String cell, int level) {
            return isMissing(cell) ? cell : groups.get(level - 1).getOrDefault(cell, NOT_LISTED);
        }

        @Override
        public Text text() {
            return Text.of("รวมรหัสเป็นกลุ่ม", "codes in groups");
        }

        @Override
        public String describe(int level) {
            return level == 0 ? "" : new TreeMap<>(groups.get(level - 1)).toString();
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("groups", groups);
        }
    }

    /** A part of a date. */
    enum DatePart {
        DAY(10),
        MONTH(7),
        YEAR(4);

        private final int length;

        DatePart(int length) {
            this.length = length;
        }
    }

    /** Dates as days, months or years (ISO 8601, Common Era), the finest first. */
    record Dates(List<DatePart> parts) implements Treatment {
        public Dates {
            parts = List.copyOf(parts);
        }

        @Override
        public int levels() {
            return parts.size();
        }

        @Override
        public String cell(Value value) {
            return value instanceof Value.Day day ? part(day.value(), parts.get(0)) : Cell.value(value);
        }

        private static String part(LocalDate day, DatePart part) {
            String text = day.toString();
            return text.substring(0, text.length() - (DatePart.DAY.length - part.length));
        }

        @Override
        public String coarser(String cell, int level) {
            int less = parts.get(0).length - parts.get(level).length;
            return isMissing(cell) ? cell : cell.substring(0, cell.length() - less);
        }

        @Override
        public Text text() {
            return Text.of("ส่วนของวันที่", "a part of the date");
        }

        @Override
        public String describe(int level) {
            return parts.get(level).name();
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("dates", parts.stream().map(DatePart::name).toList());
        }
    }

    /** Numbers rounded down to a multiple, and the great ones cut off. */
    record Rounded(long unit, long most) implements Treatment {
        @Override
        public String cell(Value value) {
            if (!(value instanceof Value.Amount amount)) {
                return Cell.value(value);
            }
            if (amount.value().compareTo(BigDecimal.valueOf(most)) >= 0) {
                return most + "+";
            }
            BigDecimal step = BigDecimal.valueOf(unit);
            return amount.value()
                    .divide(step, 0, RoundingMode.FLOOR)
                    .multiply(step)
                    .toPlainString();
        }

        @Override
        public Text text() {
            return Text.of("ปัดลง และตัดค่าที่สูง", "rounded down, and great values cut off");
        }

        @Override
        public String describe(int level) {
            return unit + (most == Long.MAX_VALUE ? "" : ", " + most + "+");
        }

        @Override
        public Map<String, Object> json() {
            return most == Long.MAX_VALUE ? Map.of("roundTo", unit) : Map.of("roundTo", unit, "topFrom", most);
        }
    }
}
