package io.github.bmnkit.round;

import io.github.bmnkit.finding.Text;

/** The papers that a level issues when it vouches for its data. */
public enum Paper {
    /** คำรับรองคุณภาพข้อมูล จปฐ.: the certificate of the data's quality. */
    QUALITY_CERTIFICATE("คำรับรองคุณภาพข้อมูล จปฐ.", "BMN data quality certificate"),
    /** แบบสรุปความเชื่อมั่นในกระบวนการและคุณภาพของข้อมูล จปฐ.: the summary of confidence. */
    CONFIDENCE_SUMMARY(
            "แบบสรุปความเชื่อมั่นในกระบวนการและคุณภาพของข้อมูล จปฐ.",
            "Summary of confidence in the process and quality of BMN data");

    private final Text text;

    Paper(String th, String en) {
        text = Text.of(th, en);
    }

    /**
     * Returns the name of the paper.
     *
     * @return the official Thai name, and an English one of ours
     */
    public Text text() {
        return text;
    }
}
