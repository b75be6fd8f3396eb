package io.github.bmnkit.quota;

import io.github.bmnkit.area.AreaRegister;
import java.util.List;

/**
 * A plan of targets that every office whose answer is required has confirmed, with the register that it fits. Only {@link
 * Confirmation#confirmed()} makes one, so whoever holds it need not ask again.
 */
public final class ConfirmedPlan {
    private final QuotaPlan plan;
    private final AreaRegister register;
    private final List<TargetReply> replies;

    ConfirmedPlan(QuotaPlan plan, AreaRegister register, List<TargetReply> replies) {
        this.plan = plan;
        this.register = register;
        this.replies = List.copyOf(replies);
    }

    /**
     * Returns the plan. It goes down to the villages, and no village's target exceeds its registered households.
     *
     * @return the targets by area and period
     */
    public QuotaPlan plan() {
        return plan;
    }

    /**
     * Returns the register that the plan was checked against.
     *
     * @return the register, which has every village of the plan
     */
    public AreaRegister register() {
        return register;
    }

    /**
     * Returns the answers that confirm the plan.
     *
     * @return for each office whose answer is required the confirmation that holds, in the order of the plan
     */
    public List<TargetReply> replies() {
        return replies;
    }

    @Override
    public String toString() {
        return "ConfirmedPlan[" + plan + ", replies=" + replies.size() + "]";
    }
}
