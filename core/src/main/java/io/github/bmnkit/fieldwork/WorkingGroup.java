package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The working group (คณะทำงาน) of a unit as an order appoints it (step 3), and since when it is ready (step 5). A village
 * may have one, too, to record who acts for the village committee and the community leaders.
 *
 * @param unit of which village, local authority, district or province
 * @param order by which order
 * @param ready since when it is ready; null if not yet
 * @param members who belongs to it
 */
public record WorkingGroup(
        AreaCode unit, Order order, @Nullable LocalDate ready, List<Member> members) implements FieldworkRecord {
    private static final Comparator<Member> ORDER = Comparator.<Member, String>comparing(
                    member -> member.actor().value())
            .thenComparing(member -> member.term().start())
            .thenComparing(Member::toString);

    /**
     * Copies the members, sorted.
     *
     * @param unit of which village, local authority, district or province
     * @param order by which order
     * @param ready since when it is ready; null if not yet
     * @param members who belongs to it
     */
    public WorkingGroup {
        requireNonNull(unit, "unit");
        requireNonNull(order, "order");
        members = members.stream().sorted(ORDER).toList();
    }

    /**
     * The order (คำสั่ง) that appoints a working group.
     *
     * @param number its number as printed, such as {@code 12/2568}
     * @param date its date, Common Era
     * @param office which office issued it
     */
    public record Order(String number, LocalDate date, String office) {
        /**
         * Checks that every part is there.
         *
         * @param number its number as printed, such as {@code 12/2568}
         * @param date its date, Common Era
         * @param office which office issued it
         * @throws IllegalArgumentException if number or office are blank
         */
        public Order {
            requireNonNull(date, "date");
            if (number.isBlank() || office.isBlank()) {
                throw new IllegalArgumentException("an order needs a number and an office");
            }
        }
    }

    /**
     * A member of a working group. Membership counts from the order's date at the earliest.
     *
     * @param actor who
     * @param roles in which roles, at least one
     * @param term when
     */
    public record Member(ActorId actor, Set<RoleId> roles, Term term) {
        /**
         * Copies the roles, sorted.
         *
         * @param actor who
         * @param roles in which roles, at least one
         * @param term when
         * @throws IllegalArgumentException if there is no role
         */
        public Member {
            requireNonNull(actor, "actor");
            requireNonNull(term, "term");
            roles = Collections.unmodifiableSet(new TreeSet<>(roles));
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("a member without a role: " + actor);
            }
        }
    }

    /** Whether the order is out and somebody is a member. */
    boolean stands(LocalDate day) {
        return !order.date().isAfter(day)
                && members.stream().anyMatch(member -> member.term().contains(day));
    }

    boolean isReady(LocalDate day) {
        return stands(day) && ready != null && !ready.isAfter(day);
    }
}
