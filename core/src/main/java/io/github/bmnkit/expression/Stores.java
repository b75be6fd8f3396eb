package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Part.Leaf;
import io.github.bmnkit.expression.Run.Bound;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Store;
import io.github.bmnkit.expression.Run.Txt;

/** Puts what a part comes to into a cell, and tells whether the cell changed. */
final class Stores {
    private Stores() {}

    static Store of(Part part, Symbol symbol, Scope scope) {
        int slot = scope.slot(symbol.name());
        boolean ofMember = symbol.level() == Level.MEMBER;
        Leaf target = new Leaf(ofMember ? scope.householdSlots() + slot : slot, ofMember ? scope.memberSlots() : 0);
        if (symbol.isText()) {
            return text(part, target);
        }
        return symbol.bounded() ? bounds(part, target.base()) : number(part, symbol.digits(), target);
    }

    private static Store number(Part part, int digits, Leaf target) {
        Num num = part.widened(digits);
        int base = target.base();
        int stride = target.stride();
        return (frame, row) -> {
            long raw = num.get(frame, row);
            if (raw < Exact.LIMIT) {
                raw = Exact.missing(part.why(frame, row, Run.unknown(raw)));
            }
            int cell = row * stride + base;
            boolean changed = frame.cells[cell] != raw;
            frame.cells[cell] = raw;
            return changed;
        };
    }

    private static Store bounds(Part part, int cell) {
        Bound bound = part.bounds();
        return (frame, row) -> {
            int code = bound.find(frame, row);
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
        };
    }

    private static Store text(Part part, Leaf target) {
        Txt text = Texts.text(part);
        int base = target.base();
        int stride = target.stride();
        return (frame, row) -> {
            int cell = row * stride + base;
            int register = frame.enter(1);
            int code = text.read(frame, row, register);
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
        };
    }
}
