package io.github.bmnkit.expression;

/** Puts what a part comes to into a cell, and tells whether the cell changed. */
final class Stores {
    private Stores() {}

    static boolean number(Part part, int digits, Frame frame, int row, int cell) {
        long raw = Exact.widen(part.num().get(frame, row), digits - part.type.digits());
        if (raw < Exact.LIMIT) {
            raw = Exact.missing(part.why(frame, row, Run.unknown(raw)));
        }
        boolean changed = frame.cells[cell] != raw;
        frame.cells[cell] = raw;
        return changed;
    }

    static boolean bounds(Part part, Frame frame, int row, int cell) {
        int code = part.bounds().find(frame, row);
        long low = frame.low;
        long high = frame.high;
        long oldRaw = frame.cells[cell];
        long oldLow = frame.cells[cell + 1];
        long oldHigh = frame.cells[cell + 2];
        if (code != Run.TRUE) {
            frame.setMissing(cell, part.why(frame, row, code));
        } else if (low == high) {
            frame.cells[cell] = low;
            frame.cells[cell + 1] = low;
            frame.cells[cell + 2] = low;
        } else {
            frame.setBounds(cell, low, high, part.why(frame, row, frame.loose));
        }
        return oldRaw != frame.cells[cell] || oldLow != frame.cells[cell + 1] || oldHigh != frame.cells[cell + 2];
    }

    static boolean text(Part part, Frame frame, int row, int cell) {
        int register = frame.enter(1);
        int code = Texts.text(part).read(frame, row, register);
        boolean changed;
        if (code == Run.TRUE) {
            String old = frame.texts[cell];
            changed = frame.cells[cell] < Exact.LIMIT || old == null || !frame.holds(register, old);
            if (changed) {
                frame.setText(cell, frame.string(register));
            }
        } else {
            Missing kind = part.why(frame, row, code);
            changed = frame.cells[cell] != Exact.missing(kind);
            frame.setMissing(cell, kind);
        }
        frame.leave(register);
        return changed;
    }
}
