package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Models of the process that are wrong in one thing each, which a test must notice. */
enum WrongCertifications {
    /** C7: a change lets the village's own certificate lapse and none above. */
    A_CHANGE_LAPSES_THE_VILLAGE_ALONE {
        @Override
        NaiveCertification of(World world) {
            return new NaiveCertification(world) {
                @Override
                List<AreaCode> above(AreaCode unit) {
                    return List.of();
                }
            };
        }
    },
    /** C3: the first reason is enough. */
    THE_FIRST_REASON_ALONE {
        @Override
        NaiveCertification of(World world) {
            return new NaiveCertification(world) {
                @Override
                List<RefusalCode> reasons(Command command, Facts facts) {
                    List<RefusalCode> all = super.reasons(command, facts);
                    return all.isEmpty() ? all : all.subList(0, 1);
                }
            };
        }
    },
    /** C12: somebody who signs twice counts twice. */
    SIGNATURES_ARE_NOT_DISTINCT {
        @Override
        NaiveCertification of(World world) {
            return without(world, RefusalCode.SIGNED_ALREADY);
        }
    },
    /** C5: a unit certifies before those beneath it. */
    CHILDREN_MAY_BE_BEHIND {
        @Override
        NaiveCertification of(World world) {
            return without(world, RefusalCode.CHILD_NOT_CERTIFIED);
        }
    },
    /** Step 15: the total of the province is enough. */
    THE_TOTAL_ALONE {
        @Override
        NaiveCertification of(World world) {
            return without(world, RefusalCode.CHILD_RESULT_MISSING);
        }
    },
    /** C21: papers count as received when the first has arrived. */
    ONE_PAPER_IS_ENOUGH {
        @Override
        NaiveCertification of(World world) {
            return new NaiveCertification(world) {
                @Override
                int papers(AreaCode unit) {
                    return 1;
                }
            };
        }
    },
    /** A village without target households holds up the units above. */
    EMPTY_VILLAGES_COUNT {
        @Override
        NaiveCertification of(World world) {
            return new NaiveCertification(world) {
                @Override
                boolean counts(AreaCode child) {
                    return true;
                }
            };
        }
    };

    abstract NaiveCertification of(World world);

    Function<World, NaiveCertification> model() {
        return this::of;
    }

    private static NaiveCertification without(World world, RefusalCode code) {
        return new NaiveCertification(world) {
            @Override
            List<RefusalCode> reasons(Command command, Facts facts) {
                List<RefusalCode> others = new ArrayList<>(super.reasons(command, facts));
                others.remove(code);
                return others;
            }
        };
    }
}
