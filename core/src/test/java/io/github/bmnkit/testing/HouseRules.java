package io.github.bmnkit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that every published module keeps; each module's {@code ArchitectureTest} calls them for its packages. */
public final class HouseRules {
    private static final String ROOT = "io.github.bmnkit.";

    /** Calls that make a result depend on the machine: chance, the clock, the default locale, zone or charset. */
    private static final Set<String> AMBIENT = Set.of(
            "java.util.Locale.getDefault()",
            "java.time.ZoneId.systemDefault()",
            "java.util.TimeZone.getDefault()",
            "java.nio.charset.Charset.defaultCharset()",
            "java.lang.Math.random()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.util.UUID.randomUUID()",
            "java.util.Date.<init>()",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.util.ResourceBundle.getBundle(java.lang.String)");

    private final JavaClasses classes;
    private final Set<String> packages;

    private HouseRules(JavaClasses classes, Set<String> packages) {
        this.classes = classes;
        this.packages = packages;
    }

    /** Takes the compiled main classes of the packages {@code io.github.bmnkit.<name>}. */
    public static HouseRules of(String... names) {
        Set<String> packages = Arrays.stream(names).map(ROOT::concat).collect(Collectors.toSet());
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(packages);
        assertThat(classes).isNotEmpty();
        return new HouseRules(classes, packages);
    }

    /** Packages depend on one another in one direction. */
    public HouseRules noCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
        return this;
    }

    /** Of the house, these packages use only themselves and those named. */
    public HouseRules dependOnlyOn(String... names) {
        Set<String> allowed = Arrays.stream(names).map(ROOT::concat).collect(Collectors.toSet());
        allowed.addAll(packages);
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of the house and not in " + allowed,
                        target ->
                                target.getPackageName().startsWith(ROOT) && !allowed.contains(target.getPackageName())))
                .check(classes);
        return this;
    }

    /** Same input, same result: on every machine, on every day. */
    public HouseRules nothingAmbient() {
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "reads the clock, chance or a default of the machine", HouseRules::isAmbient))
                .check(classes);
        return this;
    }

    private static boolean isAmbient(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        boolean now = target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
        return now || AMBIENT.contains(target.getFullName());
    }

    /** Guava and Jackson may be used inside, but no caller sees them. */
    public HouseRules noForeignTypesInSignatures() {
        assertThat(publicTypes().flatMap(type -> type.getMembers().stream()).filter(HouseRules::isForeign))
                .as("public members that show Guava or Jackson")
                .isEmpty();
        return this;
    }

    private static boolean isForeign(JavaMember member) {
        boolean visible = member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
        return visible
                && member.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getName)
                        .anyMatch(name -> name.startsWith("com.google.common.") || name.startsWith("com.fasterxml."));
    }

    /** Nobody extends a public class that was not made for it. */
    public HouseRules publicTypesAreClosed() {
        assertThat(publicTypes().filter(type -> !isClosed(type)))
                .as("public types that are not final, sealed, record, enum or interface")
                .isEmpty();
        return this;
    }

    private static boolean isClosed(JavaClass type) {
        return type.isInterface()
                || type.isRecord()
                || type.isEnum()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.reflect().isSealed();
    }

    /** How many public top-level types each package may have: a new one must earn its place here. */
    public HouseRules publicTypes(Map<String, Integer> budget) {
        Map<String, Integer> found = new TreeMap<>();
        publicTypes()
                .filter(JavaClass::isTopLevelClass)
                .forEach(type -> found.merge(type.getPackageName().substring(ROOT.length()), 1, Integer::sum));
        found.forEach((name, count) ->
                assertThat(count).as("public types in " + name).isLessThanOrEqualTo(budget.getOrDefault(name, 0)));
        return this;
    }

    private Stream<JavaClass> publicTypes() {
        return classes.stream().filter(HouseRules::isPublic);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(HouseRules::isPublic).orElse(true);
    }
}
