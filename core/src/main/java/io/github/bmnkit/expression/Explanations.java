package io.github.bmnkit.expression;

import java.util.ArrayList;
import java.util.List;

/** Evaluates parts to objects. */
final class Explanations {
    private Explanations() {}

    static Explanation explain(Part part, Frame frame, int row) {
        return explain(part, frame, row, -1);
    }

    private static Explanation explain(Part part, Frame frame, int row, int member) {
        List<Explanation> parts = new ArrayList<>();
        for (Part.Child child : part.children) {
            if (!child.everyMember()) {
                parts.add(explain(child.part(), frame, row, -1));
            }
        }
        for (int i = 0; i < frame.members; i++) {
            for (Part.Child child : part.children) {
                if (child.everyMember()) {
                    parts.add(explain(child.part(), frame, i, i));
                }
            }
        }
        return new Explanation(part.source, value(part, frame, row, true), member, parts);
    }

    static Value value(Part part, Frame frame, int row, boolean showBounds) {
        if (part.type.isTruth()) {
            int code = part.cond().test(frame, row);
            return Value.of(code == Run.TRUE ? Truth.TRUE : code == Run.FALSE ? Truth.FALSE : Truth.UNKNOWN);
        }
        if (part.type.isText()) {
            return text(part, frame, row);
        }
        if (showBounds && part.isBounded() && part.bounds().find(frame, row) == Run.TRUE && frame.low < frame.high) {
            long low = frame.low;
            long high = frame.high;
            return new Value.Between(low, high, part.why(frame, row, frame.loose));
        }
        long raw = part.num().get(frame, row);
        return raw < Exact.LIMIT
                ? Value.of(part.why(frame, row, Run.unknown(raw)))
                : Frame.decode(part.type.kind(), part.type.digits(), part.type.codes(), raw);
    }

    private static Value text(Part part, Frame frame, int row) {
        int register = frame.enter(1);
        int code = part.txt().read(frame, row, register);
        Value value = Value.of(code == Run.TRUE ? Missing.NOT_ASKED : part.why(frame, row, code));
        if (code == Run.TRUE) {
            String text = frame.string(register);
            value = part.type.kind() == ValueType.CODE ? Value.code(text) : Value.text(text);
        }
        frame.leave(register);
        return value;
    }
}
