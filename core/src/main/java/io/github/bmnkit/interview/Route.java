package io.github.bmnkit.interview;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a form is gone through. Questions about members that stand together are asked of the first member,
 * then of the second, and so on.
 */
final class Route {
    /** Questions of one level that stand together. */
    record Stretch(boolean ofMember, List<Item> items) {}

    /** A place on the way. */
    record Stop(int stretch, int row, int index) {}

    private final List<Stretch> stretches = new ArrayList<>();

    Route(Questionnaire form) {
        List<Item> together = new ArrayList<>();
        boolean ofMember = false;
        for (Item item : form.items()) {
            if (item.question().type() == QuestionType.CALCULATE) {
                continue;
            }
            boolean member = item.level() == Level.MEMBER;
            if (member != ofMember && !together.isEmpty()) {
                stretches.add(new Stretch(ofMember, List.copyOf(together)));
                together.clear();
            }
            ofMember = member;
            together.add(item);
        }
        if (!together.isEmpty()) {
            stretches.add(new Stretch(ofMember, List.copyOf(together)));
        }
    }

    /** Where an item stands. */
    Stop stop(Item item, int row) {
        for (int i = 0; i < stretches.size(); i++) {
            int index = stretches.get(i).items().indexOf(item);
            if (index >= 0) {
                return new Stop(i, row, index);
            }
        }
        throw new IllegalArgumentException("not asked: " + item.name());
    }

    Item item(Stop stop) {
        return stretches.get(stop.stretch()).items().get(stop.index());
    }

    /** Every place on the way, in order, for a household of so many members. */
    List<Stop> stops(int members) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            for (int row = 0; row < (stretch.ofMember() ? members : 1); row++) {
                for (int index = 0; index < stretch.items().size(); index++) {
                    stops.add(new Stop(i, row, index));
                }
            }
        }
        return stops;
    }
}
