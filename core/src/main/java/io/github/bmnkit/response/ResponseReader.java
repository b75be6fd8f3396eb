package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of one response in a single pass, straight into its answers. Reused for one document after the other by
 * one thread.
 */
final class ResponseReader {
    private static final JsonFactory DEFAULT = factory(ResponseLimits.DEFAULT);
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int BYTE_ORDER_MARK = 3;
    private static final int BUFFER = 8_192;
    private static final int MOST_KEPT = 8 * BUFFER;

    private final Questionnaire form;
    private final ResponseLimits limits;
    private final JsonFactory factory;
    private final Answers answers;
    private final Slots ofHousehold;
    private final Slots ofMember;
    private final boolean[] seen;
    private final List<Keyless> withoutKey = new ArrayList<>();

    /** What a form keeps for the next document. */
    private record Spare(AtomicReference<@Nullable ResponseReader> reader) {}

    /** A member without a usable key, and what was found about it. */
    private record Keyless(int row, int firstFinding, int endOfFindings) {}

    private List<Finding> findings = new ArrayList<>();
    private byte[] buffer = new byte[0];
    private byte[] bytes = buffer;
    private int begin;
    private int base;
    private boolean usable;
    private boolean found;
    private @Nullable HouseholdId household;
    private int round;
    private ResponseState state = ResponseState.COLLECTED;
    private int lastKey;
    private Paradata paradata = Paradata.NONE;

    ResponseReader(Questionnaire form, ResponseLimits limits) {
        this.form = form;
        this.limits = limits;
        this.factory = limits.equals(ResponseLimits.DEFAULT) ? DEFAULT : factory(limits);
        this.answers = new Answers(form);
        this.ofHousehold = Slots.OfForm.of(form).household();
        this.ofMember = Slots.OfForm.of(form).member();
        this.seen = new boolean[Math.max(ofHousehold.size(), ofMember.size())];
    }

    private static JsonFactory factory(ResponseLimits limits) {
        return JsonFactory.builder()
                .configure(JsonFactory.Feature.CHARSET_DETECTION, false)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textLength())
                        .maxNameLength(limits.textLength())
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
    }

    /** Reads one document, within the usual limits in the room that the last one left, if nobody else has it just now. */
    static Reading<HouseholdResponse> readOne(Questionnaire form, ResponseLimits limits, InputStream json) {
        if (!limits.equals(ResponseLimits.DEFAULT)) {
            return new ResponseReader(form, limits).read(json);
        }
        Spare spare = form.derived(Spare.class, made -> new Spare(new AtomicReference<>()));
        ResponseReader left = spare.reader.getAndSet(null);
        ResponseReader reader = left == null ? new ResponseReader(form, limits) : left;
        Reading<HouseholdResponse> reading = reader.read(json);
        reader.forget();
        spare.reader.set(reader);
        return reading;
    }

    /** No answer of anybody stays behind in what is kept. */
    private void forget() {
        buffer = buffer.length > MOST_KEPT ? new byte[0] : buffer;
        Arrays.fill(buffer, (byte) 0);
        bytes = buffer;
        findings = new ArrayList<>();
        household = null;
        paradata = Paradata.NONE;
        answers.clear();
    }

    private Reading<HouseholdResponse> read(InputStream json) {
        int most = (int) Math.min(limits.bytes() + 1L, Integer.MAX_VALUE - 8);
        int length = 0;
        try {
            int more = 1;
            while (more > 0 && length < most) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, (int) Math.min(Math.max(2L * length, BUFFER), most));
                }
                more = json.readNBytes(buffer, length, buffer.length - length);
                length += more;
            }
        } catch (IOException e) {
            return Reading.nothing(List.of(Finding.of(DocumentFinding.UNREADABLE)));
        }
        return read(buffer, 0, length);
    }

    /** Reads the document in a range of bytes. Offsets count from the start of the range. */
    Reading<HouseholdResponse> read(byte[] document, int from, int length) {
        start(document);
        base = markLength(document, from, length);
        begin = from + base;
        int size = length - base;
        if (length > limits.bytes()) {
            return nothing(Finding.of(DocumentFinding.TOO_LARGE).with("limit", limits.bytes()));
        }
        try (JsonParser parser = factory.createParser(document, begin, size)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return nothing(Finding.of(DocumentFinding.EMPTY));
            }
            if (first != JsonToken.START_OBJECT) {
                return nothing(wrongType(parser, "", Text.of("วัตถุ", "an object")));
            }
            document(parser);
            if (parser.nextToken() != null) {
                return nothing(Finding.of(DocumentFinding.JSON_MALFORMED).at(at(parser, "")));
            }
            return result();
        } catch (StreamConstraintsException e) {
            boolean deep = e.getOriginalMessage().contains("nesting depth");
            return nothing(Finding.of(deep ? DocumentFinding.JSON_TOO_DEEP : DocumentFinding.JSON_TOO_LONG)
                    .with("limit", deep ? limits.depth() : limits.textLength()));
        } catch (JsonProcessingException e) {
            return nothing(malformed(e, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes can be read to their end
        }
    }

    /** How many bytes of a byte-order mark the range begins with: 3 or 0. */
    static int markLength(byte[] document, int from, int length) {
        boolean mark = length >= BYTE_ORDER_MARK
                && document[from] == (byte) 0xEF
                && document[from + 1] == (byte) 0xBB
                && document[from + 2] == (byte) 0xBF;
        return mark ? BYTE_ORDER_MARK : 0;
    }

    private void start(byte[] document) {
        findings = new ArrayList<>();
        bytes = document;
        usable = true;
        found = false;
        household = null;
        round = 0;
        state = ResponseState.COLLECTED;
        lastKey = 0;
        paradata = Paradata.NONE;
        answers.clear();
        withoutKey.clear();
    }

    private Reading<HouseholdResponse> nothing(Finding finding) {
        findings.add(finding);
        return Reading.nothing(findings);
    }

    /** Jackson's own words are left out: they may quote the data. */
    private Finding malformed(JsonProcessingException e, int size) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, begin, size);
        CharBuffer out = CharBuffer.allocate(size);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            return Finding.of(DocumentFinding.NOT_UTF_8).at(Place.nowhere().withOffset(base + in.position() - begin));
        }
        long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
        return Finding.of(DocumentFinding.JSON_MALFORMED).at(Place.nowhere().withOffset(base + offset));
    }

    private Reading<HouseholdResponse> result() {
        HouseholdId id = household;
        if (!found || id == null || round == 0) {
            missing(found, "form");
            missing(id != null, "household");
            missing(round != 0, "round");
            return Reading.nothing(findings);
        }
        if (!usable) {
            return Reading.nothing(findings);
        }
        Roster roster = form.roster().orElse(null);
        if (roster != null && answers.members > roster.max()) {
            findings.add(Finding.of(ResponseFinding.ROSTER_SIZE)
                    .with("count", answers.members)
                    .with("min", roster.min())
                    .with("max", roster.max())
                    .at(Place.nowhere().withPointer("/members")));
        }
        return Reading.of(HouseholdResponse.of(answers, id, round, state, lastKey, paradata), findings);
    }

    private void missing(boolean isThere, String field) {
        if (!isThere && usable) {
            findings.add(Finding.of(DocumentFinding.JSON_MISSING_FIELD)
                    .with("name", field)
                    .at(Place.nowhere().withPointer("")));
        }
    }

    private void document(JsonParser parser) throws IOException {
        Set<String> names = new HashSet<>();
        String version = null;
        String id = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (!names.add(name)) {
                duplicate(parser, "/" + escaped(name), name);
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            parser.nextToken();
            switch (name) {
                case "form" -> id = text(parser, name);
                case "version" -> version = text(parser, name);
                case "household" -> household(parser);
                case "round" -> round(parser);
                case "state" -> state(parser);
                case "lastKey" -> lastKey = key(parser, "/lastKey");
                case "paradata" -> paradata = ParadataReader.read(parser, findings, base);
                case "answers" -> {
                    if (isObject(parser, "/answers")) {
                        row(parser, ofHousehold, 0, "/answers/");
                    }
                }
                case "members" -> members(parser);
                default -> {
                    findings.add(Finding.of(DocumentFinding.JSON_UNKNOWN_FIELD)
                            .with("name", name)
                            .at(at(parser, "/" + escaped(name))));
                    parser.skipChildren();
                }
            }
        }
        newKeys();
        found = id != null && version != null;
        if (found && !(form.id().equals(id) && form.version().equals(version))) {
            usable = false;
            findings.add(Finding.of(ResponseFinding.OTHER_FORM)
                    .with("found", id + ":" + version)
                    .with("expected", form.id() + ":" + form.version())
                    .at(Place.nowhere().withPointer("/form")));
        }
    }

    private @Nullable String text(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        usable = false;
        findings.add(wrongType(parser, "/" + field, Text.of("ข้อความ", "a string")));
        parser.skipChildren();
        return null;
    }

    private void household(JsonParser parser) throws IOException {
        String text = text(parser, "household");
        if (text != null) {
            Reading<HouseholdId> id = HouseholdId.parse(text);
            for (Finding finding : id.findings()) {
                findings.add(finding.at(at(parser, "/household")));
            }
            household = id.optional().orElse(null);
            usable &= household != null;
        }
    }

    private void round(JsonParser parser) throws IOException {
        int year = key(parser, "/round");
        if (year > 0 && form.holdsFor(year)) {
            round = year;
        } else {
            usable = false;
            if (year > 0) {
                findings.add(Finding.of(ResponseFinding.OTHER_ROUND)
                        .with("form", form.id() + ":" + form.version())
                        .with("round", Integer.toString(year))
                        .at(at(parser, "/round")));
            }
        }
    }

    private void state(JsonParser parser) throws IOException {
        String name = text(parser, "state");
        Optional<ResponseState> known = List.of(ResponseState.values()).stream()
                .filter(value -> value.name().equals(name))
                .findFirst();
        if (known.isPresent()) {
            state = known.get();
        } else if (name != null) {
            usable = false;
            findings.add(Finding.of(DocumentFinding.JSON_NOT_ALLOWED)
                    .with("found", name)
                    .with("allowed", "DRAFT, COLLECTED, EDITED")
                    .at(at(parser, "/state")));
        }
    }

    /** A whole number from 1; 0 if it is none, which is found. */
    private int key(JsonParser parser, String pointer) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT
                && parser.getIntValue() > 0) {
            return parser.getIntValue();
        }
        findings.add(wrongType(parser, pointer, Text.of("จำนวนเต็มตั้งแต่ 1", "a whole number from 1")));
        parser.skipChildren();
        return 0;
    }

    private void members(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            usable = false;
            findings.add(wrongType(parser, "/members", Text.of("รายการ", "an array")));
            parser.skipChildren();
            return;
        }
        int position = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String pointer = "/members/" + position++;
            if (!isObject(parser, pointer)) {
                continue;
            }
            if (answers.members == limits.members()) {
                usable = false;
                findings.add(Finding.of(ResponseFinding.TOO_MANY_MEMBERS)
                        .with("limit", limits.members())
                        .at(at(parser, pointer)));
                parser.skipChildren();
                continue;
            }
            int row = answers.addMember(0);
            int before = findings.size();
            int key = member(parser, row, pointer);
            if (key == 0 || answers.row(key) >= 0) {
                withoutKey.add(new Keyless(row, before, findings.size()));
            } else {
                answers.keys[row] = key;
                name(key, before, findings.size());
            }
        }
    }

    /** After all else: the last key that was given may stand anywhere in the document. */
    private void newKeys() {
        int next = Math.max(lastKey, answers.highestKey());
        for (Keyless member : withoutKey) {
            int row = member.row;
            answers.keys[row] = ++next;
            name(next, member.firstFinding, member.endOfFindings);
            findings.add(Finding.of(ResponseFinding.NEW_KEY)
                    .with("position", row + 1)
                    .with("key", next)
                    .at(Place.nowhere().withPointer("/members/" + row).withMember(next)));
        }
    }

    /** Says whose answers could not be read: the key may stand after them. */
    private void name(int key, int firstFinding, int endOfFindings) {
        for (int i = firstFinding; i < endOfFindings; i++) {
            Finding finding = findings.get(i);
            if (finding.code() == ResponseFinding.UNREADABLE) {
                findings.set(i, finding.at(finding.place().withMember(key)));
            }
        }
    }

    private int member(JsonParser parser, int row, String pointer) throws IOException {
        int key = 0;
        boolean hasKey = false;
        boolean hasAnswers = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String child = pointer + "/" + escaped(name);
            parser.nextToken();
            if (name.equals("key") && !hasKey) {
                hasKey = true;
                key = key(parser, child);
            } else if (name.equals("answers") && !hasAnswers) {
                hasAnswers = true;
                if (isObject(parser, child)) {
                    row(parser, ofMember, answers.household + row * answers.stride, child + "/");
                }
            } else {
                boolean twice = name.equals("key") || name.equals("answers");
                findings.add(Finding.of(twice ? DocumentFinding.JSON_DUPLICATE_KEY : DocumentFinding.JSON_UNKNOWN_FIELD)
                        .with("name", name)
                        .at(at(parser, child)));
                parser.skipChildren();
            }
        }
        return key;
    }

    private boolean isObject(JsonParser parser, String pointer) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        usable = false;
        findings.add(wrongType(parser, pointer, Text.of("วัตถุ", "an object")));
        parser.skipChildren();
        return false;
    }

    /** Reads the answers of the household or of one member. Documents mostly have them in the form's order. */
    private void row(JsonParser parser, Slots slots, int start, String pointer) throws IOException {
        Arrays.fill(seen, false);
        int expected = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int slot = slots.find(name, expected);
            if (slot < 0) {
                parser.nextToken();
                findings.add(Finding.of(ResponseFinding.UNKNOWN_QUESTION)
                        .with("question", name)
                        .at(at(parser, pointer + escaped(name))));
                parser.skipChildren();
                continue;
            }
            expected = slot + 1;
            if (seen[slot]) {
                duplicate(parser, pointer + name, name);
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            seen[slot] = true;
            parser.nextToken();
            boolean nested = parser.currentToken().isStructStart();
            long before = nested ? offset(parser) : 0;
            if (!answer(parser, slots, slot, start + slot)) {
                long offset = nested ? before : offset(parser);
                findings.add(Finding.of(ResponseFinding.UNREADABLE)
                        .with("question", name)
                        .at(at(offset, pointer + name)));
            }
        }
    }

    private boolean answer(JsonParser parser, Slots slots, int slot, int at) throws IOException {
        Item item = slots.item(slot);
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? Answering.number(answers, at, item, parser.getDecimalValue())
                        : Answering.whole(answers, at, item, parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> decimal(parser, item, at);
            case VALUE_STRING -> {
                int code = slots.code(slot, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
                if (code >= 0) {
                    answers.number(at, code);
                }
                yield code >= 0 || Answering.text(answers, at, item, parser.getText());
            }
            case VALUE_NULL -> true;
            case START_ARRAY, START_OBJECT -> structure(parser, item, at);
            default -> Answering.unreadable(answers, at, parser.getText());
        };
    }

    private boolean decimal(JsonParser parser, Item item, int at) throws IOException {
        String written = parser.getText();
        BigDecimal number;
        try {
            number = parser.getDecimalValue();
        } catch (NumberFormatException e) {
            return Answering.unreadable(answers, at, written); // an exponent that no number type holds
        }
        return Math.abs((long) number.scale()) > 1_000
                ? Answering.unreadable(answers, at, written)
                : Answering.number(answers, at, item, number);
    }

    private boolean structure(JsonParser parser, Item item, int at) throws IOException {
        int start = begin + (int) parser.currentTokenLocation().getByteOffset();
        AnswerObject read = new AnswerObject();
        boolean readable = parser.currentToken() == JsonToken.START_OBJECT
                ? read.object(parser, answers, at, item)
                : read.array(parser, answers, at, item);
        if (!readable && answers.states[at] != Answers.INVALID) {
            int end = begin + (int) parser.currentLocation().getByteOffset();
            Answering.unreadable(
                    answers, at, new String(bytes, start, Math.min(end - start, limits.textLength()), UTF_8));
        }
        return readable;
    }

    private void duplicate(JsonParser parser, String pointer, String name) {
        findings.add(Finding.of(DocumentFinding.JSON_DUPLICATE_KEY)
                .with("name", name)
                .at(at(parser, pointer)));
    }

    private Finding wrongType(JsonParser parser, String pointer, Text expected) {
        return Finding.of(DocumentFinding.JSON_WRONG_TYPE)
                .with("expected", expected)
                .with("found", AnswerObject.kind(parser.currentToken()))
                .at(at(parser, pointer));
    }

    private Place at(JsonParser parser, String pointer) {
        return at(offset(parser), pointer);
    }

    private Place at(long offset, String pointer) {
        return Place.nowhere().withOffset(base + offset).withPointer(pointer);
    }

    private static long offset(JsonParser parser) {
        return Math.max(0, parser.currentTokenLocation().getByteOffset());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
