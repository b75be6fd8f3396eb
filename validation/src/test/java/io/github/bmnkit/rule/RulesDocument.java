package io.github.bmnkit.rule;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the shipped rules as a document for people, in Thai and English. */
final class RulesDocument {
    private static final Map<String, Text> GROUPS = new LinkedHashMap<>();

    static {
        group("HDR", "ครัวเรือน ที่ตั้ง และการรับรอง", "Household, location, consent");
        group("GPS", "พิกัดบ้าน", "Coordinates");
        group("LND", "ที่ดิน", "Land");
        group("MEM", "สมาชิกในครัวเรือน", "Members");
        group("REL", "ความสัมพันธ์กับหัวหน้าครัวเรือน", "Relationship to the head");
        group("HLT", "สุขภาพและการช่วยเหลือตนเอง", "Physical condition and self-care");
        group("WEL", "บัตรสวัสดิการแห่งรัฐ", "State welfare card");
        group("OCC", "อาชีพ", "Occupation");
        group("EDU", "การศึกษาของสมาชิก", "Education of members");
        group("BAS", "ฐานของแต่ละข้อเทียบกับทะเบียนสมาชิก", "Bases of the items against the roster");
        group("BND", "ขอบเขตของจำนวนคน", "Bounds of numbers of persons");
        group("S1", "หมวดที่ 1 สุขภาพ", "Section 1: health");
        group("S2", "หมวดที่ 2 สภาพแวดล้อม", "Section 2: environment");
        group("S3", "หมวดที่ 3 การศึกษา", "Section 3: education");
        group("S4", "หมวดที่ 4 การมีงานทำ", "Section 4: work");
        group("MON", "รายได้และรายจ่าย", "Income and expense");
        group("DBT", "เงินกู้และหนี้", "Loans and debt");
        group("SAV", "การออมและสวัสดิการ", "Saving and welfare");
        group("S5", "หมวดที่ 5 ค่านิยม", "Section 5: values");
        group("HAP", "ความสุข", "Happiness");
        group("ANX", "ข้อ 32-33 (เฉพาะรอบปี 2563)", "Items 32-33 (round 2563 only)");
    }

    private final RuleSet set;
    private final StringBuilder out = new StringBuilder();

    private RulesDocument(RuleSet set) {
        this.set = set;
    }

    private static void group(String prefix, String th, String en) {
        GROUPS.put(prefix, Text.of(th, en));
    }

    static String of(RuleSet set) {
        return new RulesDocument(set).write();
    }

    private String write() {
        Map<String, List<Rule>> groups = set.rules().stream()
                .collect(Collectors.groupingBy(rule -> rule.ruleId().group(), LinkedHashMap::new, Collectors.toList()));
        if (!GROUPS.keySet().containsAll(groups.keySet())) {
            throw new IllegalStateException("a group has no title: " + groups.keySet());
        }
        line("# กฎตรวจความสอดคล้อง / Rules");
        line("");
        line("%s / %s: `%s`, status `%s`, for the form `%s`, rounds %d-%d."
                .formatted(
                        set.title().th(),
                        set.title().en(),
                        set.coordinate(),
                        set.status(),
                        set.form(),
                        set.firstRound(),
                        set.lastRound()));
        line("");
        line("This page is written from the rules themselves by a test, which fails when it is stale; to renew it:");
        line("`./mvnw -pl validation -am test -Dtest='RulesDocument*' -Dgolden.renew=true "
                + "-Dsurefire.failIfNoSpecifiedTests=false`.");
        line("How a rule is written, and what the parts mean, is in [rules-format.md](rules-format.md).");
        line("");
        line(
                "None of these is known to be an edit of the department. Each carries what it rests on: `doc` is stated by "
                        + "a source (the form, a check of the collection app, another paper), `logic` follows from definitions "
                        + "or arithmetic, `judg` is a judgement of ours on what is plausible, to be tuned by the agency.");
        line("");
        contents(groups);
        groups.forEach(this::group);
        line("## แหล่งที่มา / Sources");
        line("");
        line("| key | ไทย | English |");
        line("| --- | --- | --- |");
        for (Source source : set.sources()) {
            line("| `%s` | %s: %s | %s: %s (%s) |"
                    .formatted(
                            source.key(),
                            source.office().th(),
                            source.title().th(),
                            source.office().en(),
                            source.title().en(),
                            source.date()));
        }
        return out.toString();
    }

    private void contents(Map<String, List<Rule>> groups) {
        line("| หมวด / group | ERROR | WARNING | `doc` | `logic` | `judg` | all |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        groups.forEach((prefix, rules) -> row(
                "[%s](#%s) %s / %s"
                        .formatted(
                                prefix,
                                prefix,
                                title(prefix).th(),
                                title(prefix).en()),
                rules));
        row("**all**", set.rules());
        line("");
        line("Of all %d rules, %d are about the household, %d about each member, and %d look across households; "
                        .formatted(
                                set.rules().size(),
                                count(
                                        set.rules(),
                                        rule -> rule.level() == Level.HOUSEHOLD
                                                && rule.across().isEmpty()),
                                count(
                                        set.rules(),
                                        rule -> rule.level() == Level.MEMBER
                                                && rule.across().isEmpty()),
                                count(set.rules(), rule -> rule.across().isPresent()))
                + "%d stand for checks of the form, %d of these on the stored answers; %d fail when unknown."
                        .formatted(
                                count(set.rules(), rule -> !rule.refines().isEmpty()),
                                count(set.rules(), Rule::readsStoredAnswers),
                                count(set.rules(), rule -> rule.whenUnknown() == Rule.WhenUnknown.FAIL)));
        line("");
    }

    private void row(String title, List<Rule> rules) {
        List<String> cells = new ArrayList<>(List.of(title));
        cells.add("" + count(rules, rule -> rule.severity() == Severity.ERROR));
        cells.add("" + count(rules, rule -> rule.severity() == Severity.WARNING));
        for (String tag : List.of("doc", "logic", "judg")) {
            cells.add("" + count(rules, rule -> rule.tags().contains(tag)));
        }
        cells.add("" + rules.size());
        line("| " + String.join(" | ", cells) + " |");
    }

    private static long count(List<Rule> rules, Predicate<Rule> which) {
        return rules.stream().filter(which).count();
    }

    private static Text title(String prefix) {
        return GROUPS.getOrDefault(prefix, Text.of("", ""));
    }

    private void group(String prefix, List<Rule> rules) {
        line("<a id=\"%s\"></a>".formatted(prefix));
        line("");
        line("## %s: %s / %s"
                .formatted(prefix, title(prefix).th(), title(prefix).en()));
        line("");
        rules.forEach(this::rule);
    }

    private void rule(Rule rule) {
        String level = rule.level() == Level.MEMBER ? "each member" : "household";
        line("### %s".formatted(rule.id()));
        line("");
        line("**%s** · %s · %s  "
                .formatted(
                        rule.severity(),
                        rule.across().isPresent() ? "across households, " + level : level,
                        String.join(", ", rule.tags())));
        line(rule.message().th() + "  ");
        line(rule.message().en());
        line("");
        rule.appliesWhen().ifPresent(formula -> line("- applies when " + code(formula)));
        rule.mustHold()
                .ifPresent(formula -> line("- must hold " + code(formula)
                        + (rule.whenUnknown() == Rule.WhenUnknown.FAIL ? "; **fails when unknown**" : "")));
        rule.across()
                .ifPresent(across -> line("- at most %d household%s with the same %s"
                        .formatted(
                                across.atMost(),
                                across.atMost() == 1 ? "" : "s",
                                across.same().stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(Collectors.joining(", ")))));
        if (!rule.refines().isEmpty()) {
            line("- stands for %s%s"
                    .formatted(
                            rule.refines().stream()
                                    .map(check -> "`" + check + "`")
                                    .collect(Collectors.joining(", ")),
                            rule.readsStoredAnswers() ? ", on the stored answers" : ""));
        }
        rule.rationale().ifPresent(text -> line("- " + text.th() + " / " + text.en()));
        if (!rule.sources().isEmpty()) {
            line("- source: "
                    + rule.sources().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", ")));
        }
        if (!rule.holdsFor(set.firstRound()) || !rule.holdsFor(set.lastRound())) {
            line("- rounds: "
                    + java.util.stream.IntStream.rangeClosed(set.firstRound(), set.lastRound())
                            .filter(rule::holdsFor)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(", ")));
        }
        line("");
    }

    private static String code(Formula formula) {
        return "`" + formula + "`";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
