package io.github.bmnkit.examples.quickstart;

import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.validation.ValidationReport;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what was found with what was planted. */
final class Recall {
    private final Map<HouseholdId, PlantedFault> planted;
    private int looked;
    private int found;
    private int notPlanted;

    Recall(Map<HouseholdId, PlantedFault> planted) {
        this.planted = planted;
    }

    void look(ValidationReport report) {
        PlantedFault fault = planted.get(report.household());
        Set<String> ids = ids(report, Severity.ERROR);
        if (fault != null) {
            looked++;
            boolean isFound =
                    ids.contains(fault.id()) || ids(report, Severity.WARNING).contains(fault.id());
            found += isFound ? 1 : 0;
            ids.remove(fault.id());
            ids.removeAll(fault.consequences());
        }
        notPlanted += ids.size();
    }

    private static Set<String> ids(ValidationReport report, Severity severity) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::code)
                .map(code -> code.id())
                .collect(Collectors.toSet());
    }

    void tell(Screen screen) {
        screen.say(
                "เทียบกับความจริงที่ปลูกไว้: พบ %d จาก %d ข้อผิดพลาดที่ไม่ได้ปลูก %d รายการ",
                "Against the truth: %d of %d planted faults were found; hard findings that nobody planted: %d",
                found,
                looked,
                notPlanted);
    }
}
