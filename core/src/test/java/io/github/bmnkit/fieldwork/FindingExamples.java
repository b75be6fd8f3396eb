package io.github.bmnkit.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.finding.Finding;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;

/** For every finding something that leads to it. */
final class FindingExamples {
    /**
     * @param tried what was wrong
     * @param pointer where it is found, empty for what is no document
     */
    record Example(String tried, String pointer, List<Finding> findings) {}

    private static final String PLAN = Records.resource("plan-2569.json");
    private static final String COLLECTOR =
            "{\"actor\": \"v-9\", \"areas\": [\"36010101\"], \"from\": \"5 ม.ค. 2569\"}";
    private static final LocalDate BEFORE = LocalDate.of(2025, 12, 1);

    private FindingExamples() {}

    static Example of(FieldworkFinding code) {
        return switch (code) {
            case ROLE_ID ->
                catalogue("a role called `Head`", "/roles/0/id", "[{'id': 'Head', 'name': {'th': 'ก', 'en': 'a'}}]");
            case DUPLICATE_ROLE ->
                catalogue(
                        "a role that stands twice",
                        "",
                        "[{'id': 'a', 'name': {'th': 'ก', 'en': 'a'}}, {'id': 'a', 'name': {'th': 'ก', 'en': 'a'}}]");
            case ACTOR_ID ->
                records(
                        "an actor's id of 65 characters",
                        "/collectors/0/actor",
                        "collectors",
                        COLLECTOR.replace("v-9", "v".repeat(65)));
            case UNKNOWN_ROLE ->
                records(
                        "a governor is appointed",
                        "/appointments/0/role",
                        "appointments",
                        "{'actor': 'a', 'role': 'governor', 'areas': ['36'], 'from': '1/10/2568'}");
            case NO_ROLES ->
                records(
                        "a member without a role",
                        "/workingGroups/0/members/0/roles",
                        "workingGroups",
                        group("3601", "{'actor': 'a', 'roles': [], 'from': '5/12/2568'}"));
            case AREA_CODE ->
                records(
                        "a code of 7 digits",
                        "/collectors/0/areas/0",
                        "collectors",
                        COLLECTOR.replace("36010101", "3601010"));
            case UNKNOWN_AREA ->
                records(
                        "a collector in a village that is not in the register",
                        "/collectors/0/areas/0",
                        "collectors",
                        COLLECTOR.replace("36010101", "36019999"));
            case AREA_LEVEL ->
                records(
                        "the working group of a tambon",
                        "/workingGroups/0",
                        "workingGroups",
                        group("360101", "{'actor': 'a', 'roles': ['working-group'], 'from': '5/12/2568'}"));
            case NO_AREA ->
                records(
                        "a collector without an area",
                        "/collectors/0/areas",
                        "collectors",
                        COLLECTOR.replace("\"36010101\"", ""));
            case TERM ->
                records(
                        "a term that ends on its first day",
                        "/collectors/0",
                        "collectors",
                        COLLECTOR.replace("}", ", \"to\": \"5 มกราคม 2569\"}"));
            case MEMBER_BEFORE_ORDER ->
                records(
                        "a member since before the order",
                        "/workingGroups/0/members/0",
                        "workingGroups",
                        group("3601", "{'actor': 'a', 'roles': ['working-group'], 'from': '1/12/2568'}"));
            case IN_FUTURE ->
                records(
                        "briefed tomorrow",
                        "/collectors/0/briefed",
                        "collectors",
                        COLLECTOR.replace("}", ", \"briefed\": \"26 มกราคม 2569\"}"));
            case DUPLICATE ->
                records(
                        "a collector twice in one village at one time",
                        "/collectors/1",
                        "collectors",
                        COLLECTOR + ", " + COLLECTOR.replace("[", "[\"36010102\", "));
            case OTHER_ROUND ->
                new Example(
                        "a document of 2568",
                        "",
                        Records.read("{\"round\": 2568}").findings());
            case UNKNOWN_SOURCE ->
                plan("a source that is not listed", PLAN.replace("\"key\": \"bmnkit\"", "\"key\": \"x\""));
            case NO_DEADLINE ->
                new Example(
                        "a plan that refers to a deadline of the village",
                        "",
                        ActionPlan.read(in(withDeadlineOfTheVillage()), Roles.bmn2569())
                                .value()
                                .check(Records.BASIS.round()));
            case UNKNOWN_TASK ->
                records(
                        "task 18 is done",
                        "/done/0",
                        "done",
                        "{'task': '18', 'unit': '3601', 'on': '5/12/2568', 'by': 'a'}");
            case NO_DUTY ->
                records(
                        "a village does the task of the province",
                        "/done/0",
                        "done",
                        "{'task': '4', 'unit': '36010101', 'on': '5/12/2568', 'by': 'a'}");
            case NO_UNITS ->
                records(
                        "a village sets a date for districts",
                        "/dueDates/0",
                        "dueDates",
                        "{'task': '3', 'area': '36010101', 'level': 'DISTRICT', 'by': '5/12/2568'}");
            case AFTER_DEADLINE ->
                records(
                        "a date after the deadline of the round",
                        "/dueDates/0",
                        "dueDates",
                        "{'task': '14', 'area': '3601', 'level': 'DISTRICT', 'by': '28/02/2569'}");
            case CERTIFIES_NOTHING ->
                records(
                        "an อบจ. that is said to certify",
                        "/cooperation/0",
                        "cooperation",
                        cooperation("PAO-36", "อบจ.", true));
            case UNKNOWN_AUTHORITY ->
                records(
                        "an authority that certifies but is not in the register",
                        "/cooperation/0",
                        "cooperation",
                        cooperation("A9", "อบต.", true));
            case OTHER_KIND ->
                records(
                        "an authority of another kind than in the register",
                        "/cooperation/0",
                        "cooperation",
                        cooperation("A1", "เทศบาลเมือง", false));
            case VISIT_ELSEWHERE ->
                records(
                        "a district visits a village of another",
                        "/visits/0",
                        "visits",
                        "{'by': '3602', 'place': '36010101', 'on': '5/01/2569', 'findings': []}");
            case REPORT_BEFORE_VISIT ->
                records(
                        "a report from before the visit",
                        "/visits/0",
                        "visits",
                        "{'by': '3601', 'place': '36010101', 'on': '5/01/2569', 'findings': [],"
                                + " 'report': {'to': 'อำเภอ', 'on': '4/01/2569'}}");
            case NO_PUBLICITY -> lacks("a province before it told the public", "36");
            case NO_WORKING_GROUP -> lacks("a district before its order", "3601");
            case GROUP_NOT_READY -> lacks("a local authority whose working group is not ready", "3601/A1");
            case COLLECTORS_NOT_BRIEFED, COLLECTORS_NOT_REGISTERED -> lacks("a village without collectors", "36020101");
            case NO_COOPERATION -> lacks("a local authority that was not spoken to", "3602/A3");
            case TOO_FEW_COLLECTORS ->
                new Example(
                        "a village that needs two collectors and has one",
                        "",
                        Records.read(Records.JSON)
                                .value()
                                .tooFewCollectors(Records.area("36010102"), village -> 2, Records.TODAY));
        };
    }

    private static String withDeadlineOfTheVillage() {
        return PLAN.replace(
                "\"owners\": [\"village-committee\", \"community-leader\"]}",
                "\"owners\": [\"village-committee\"], \"byDeadlineOfRound\": true}");
    }

    private static String group(String unit, String members) {
        return "{'unit': '" + unit + "', 'order': {'number': '1/2568', 'date': '5/12/2568', 'office': 'อำเภอ'},"
                + " 'members': [" + members + "]}";
    }

    private static String cooperation(String authority, String kind, boolean certifies) {
        return "{'authority': '" + authority + "', 'kind': '" + kind + "', 'area': '36', 'on': '5/12/2568',"
                + " 'certifies': " + certifies + ", 'what': 'ประชาสัมพันธ์'}";
    }

    private static Example records(String tried, String pointer, String section, String records) {
        String json = "{\"round\": 2569, \"" + section + "\": [" + records.replace('\'', '"') + "]}";
        return new Example(tried, pointer, Records.read(json).findings());
    }

    private static Example catalogue(String tried, String pointer, String roles) {
        String json = "{\"roles\": " + roles.replace('\'', '"') + "}";
        return new Example(tried, pointer, Roles.read(in(json)).findings());
    }

    private static Example plan(String tried, String json) {
        return new Example(tried, "", ActionPlan.read(in(json), Roles.bmn2569()).findings());
    }

    private static Example lacks(String tried, String unit) {
        FieldworkRecords records = Records.read(Records.JSON).value();
        return new Example(tried, "", records.missing(Records.area(unit), BEFORE));
    }

    private static ByteArrayInputStream in(String json) {
        return new ByteArrayInputStream(json.getBytes(UTF_8));
    }
}
