package io.github.bmnkit.certification;

import java.util.List;

/**
 * What comes of a step that someone wants to take: events, or all reasons why not.
 *
 * @param <E> the type of the events
 */
public sealed interface Decision<E> {
    /**
     * Tells whether the step is taken, now or already before.
     *
     * @return false if it was refused
     */
    boolean isAccepted();

    /**
     * Returns what happens.
     *
     * @return the events to append; empty if the step was refused, or was taken before
     */
    List<E> events();

    /**
     * Returns why the step was not taken.
     *
     * @return all reasons, in the order of {@link RefusalCode}; empty if it was taken
     */
    List<Refusal> reasons();

    /**
     * The step is taken.
     *
     * @param events what happens, at least one
     * @param <E> the type of the events
     */
    record Accepted<E>(List<E> events) implements Decision<E> {
        /**
         * Copies the events.
         *
         * @param events what happens, at least one
         * @throws IllegalArgumentException if there is none
         */
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("a step that is taken makes something happen");
            }
        }

        @Override
        public boolean isAccepted() {
            return true;
        }

        @Override
        public List<Refusal> reasons() {
            return List.of();
        }
    }

    /**
     * The step was taken before: the same id, the same content. Nothing more happens.
     *
     * @param sequence the number of its event in the order of events, from 1
     * @param <E> the type of the events
     */
    record Repeated<E>(long sequence) implements Decision<E> {
        @Override
        public boolean isAccepted() {
            return true;
        }

        @Override
        public List<E> events() {
            return List.of();
        }

        @Override
        public List<Refusal> reasons() {
            return List.of();
        }
    }

    /**
     * The step is not taken.
     *
     * @param reasons all reasons, in the order of {@link RefusalCode}
     * @param <E> the type of the events
     */
    record Refused<E>(List<Refusal> reasons) implements Decision<E> {
        /**
         * Copies the reasons.
         *
         * @param reasons all reasons, in the order of {@link RefusalCode}
         * @throws IllegalArgumentException if there is none
         */
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a step is refused for a reason");
            }
        }

        @Override
        public boolean isAccepted() {
            return false;
        }

        @Override
        public List<E> events() {
            return List.of();
        }
    }
}
