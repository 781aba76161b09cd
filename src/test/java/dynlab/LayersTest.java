package dynlab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The arrows of the map in docs/design.md, and what may not be called because a run must have the same bits everywhere. */
@AnalyzeClasses(packages = "dynlab", importOptions = DoNotIncludeTests.class)
final class LayersTest {
    private static final List<String> MAP = List.of(
            "numeric",
            "words",
            "table",
            "architecture",
            "task",
            "theory",
            "network",
            "learning",
            "measure",
            "experiment",
            "drawing",
            "scene",
            "view",
            "export",
            "sweep",
            "app",
            "browser",
            "cli");
    private static final String[] COMPUTING =
            packages(Stream.concat(MAP.subList(0, MAP.indexOf("scene")).stream(), Stream.of("export"))
                    .toList());

    @ArchTest
    static final ArchRule everyClassIsOnTheMap = classes().should().resideInAnyPackage(packages(MAP));

    @ArchTest
    static final ArchRule numericSeesNothing = sees("numeric");

    @ArchTest
    static final ArchRule wordsSeeOnlyNumbers = sees("words", "numeric");

    @ArchTest
    static final ArchRule tableSeesOnlyArithmeticAndWords = sees("table", "words", "numeric");

    @ArchTest
    static final ArchRule architectureSeesOnlyArithmeticAndWords = sees("architecture", "words", "numeric");

    @ArchTest
    static final ArchRule taskSeesOnlyStructure = sees("task", "words", "architecture", "numeric");

    @ArchTest
    static final ArchRule theoryNeverSeesNetwork = sees("theory", "words", "task", "architecture", "numeric");

    @ArchTest
    static final ArchRule networkNeverSeesTheory = sees("network", "words", "architecture", "numeric");

    @ArchTest
    static final ArchRule learningNeverSeesTheory = sees("learning", "words", "network", "architecture", "numeric");

    @ArchTest
    static final ArchRule measureNeverSeesTheory =
            sees("measure", "words", "network", "task", "architecture", "numeric");

    @ArchTest
    static final ArchRule experimentNeverSeesTheScreen =
            sees("experiment", "words", "measure", "learning", "network", "theory", "task", "architecture", "numeric");

    @ArchTest
    static final ArchRule drawingSeesNeitherTheoryNorTheScreen =
            sees("drawing", "words", "experiment", "learning", "network", "task", "architecture", "numeric");

    @ArchTest
    static final ArchRule exportKnowsNoPage = forbid("export", "drawing", "table", "sweep", "app", "browser", "cli");

    @ArchTest
    static final ArchRule sceneNeverSeesView =
            forbid("scene", "drawing", "export", "view", "sweep", "app", "browser", "cli");

    @ArchTest
    static final ArchRule viewNeverSeesScene = forbid("view", "export", "scene", "sweep", "app", "browser", "cli");

    @ArchTest
    static final ArchRule sweepKnowsNoFiles = forbid("sweep", "drawing", "table", "app", "browser", "cli");

    @ArchTest
    static final ArchRule appKnowsNoPage = forbid("app", "sweep", "browser", "cli");

    @ArchTest
    static final ArchRule browserIsALeaf = forbid("browser", "sweep", "cli");

    @ArchTest
    static final ArchRule cliIsALeaf = forbid("cli", "app", "browser");

    // Where files are written, what is said in them is put into words; and a refusal can say itself to those who catch
    // it.
    @ArchTest
    static final ArchRule belowScenesNothingIsPutIntoWords = noClasses()
            .that()
            .resideInAnyPackage(packages(MAP.subList(0, MAP.indexOf("scene"))))
            .and()
            .resideOutsideOfPackage("dynlab.words..")
            .and()
            .doNotHaveFullyQualifiedName("dynlab.experiment.file.TrajectoryCodec")
            .and()
            .doNotHaveFullyQualifiedName("dynlab.experiment.file.FindingsJson")
            .and()
            .doNotHaveFullyQualifiedName("dynlab.experiment.Refused")
            .should()
            .dependOnClassesThat(named("dynlab.words.Words"));

    @ArchTest
    static final ArchRule onlyNumericSeesEjml = noClasses()
            .that()
            .resideOutsideOfPackage("dynlab.numeric..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..");

    @ArchTest
    static final ArchRule onlyTheBrowserPackageSeesTeaVm = noClasses()
            .that()
            .resideOutsideOfPackage("dynlab.browser..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.teavm..");

    // No page reaches the command line (browserIsALeaf), so no page holds its libraries.
    @ArchTest
    static final ArchRule onlyTheCommandLineSeesItsLibraries = noClasses()
            .that()
            .resideOutsideOfPackage("dynlab.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "com.samskivert..", "org.commonmark..");

    @ArchTest
    static final ArchRule onlySharingSeesCodesForCameras = noClasses()
            .that()
            .resideOutsideOfPackage("dynlab.browser.share..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nayuki..");

    @ArchTest
    static final ArchRule onlyLeavesSeeFilesClocksAndForeignRandomness = noClasses()
            .that()
            .resideOutsideOfPackages("dynlab.browser..", "dynlab.cli..")
            // the words of a language, which programs of pages have compiled in instead
            .and()
            .doNotHaveFullyQualifiedName("dynlab.words.WordFile")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.io..", "java.nio.file..", "java.time..", "java.security..", "java.net..")
                            .or(named(
                                    "java.util.Random",
                                    "java.util.SplittableRandom",
                                    "java.util.concurrent.ThreadLocalRandom",
                                    "java.util.UUID",
                                    "java.util.Date",
                                    "java.util.Calendar")))
            .orShould()
            .accessTargetWhere(calls("java.lang.Math", "random"))
            .orShould()
            .accessTargetWhere(
                    calls("java.lang.System", "nanoTime|currentTimeMillis|identityHashCode|getenv|getProperty"));

    // What JVM, JavaScript and WebAssembly round differently; numeric.ExactMath has replacements.
    @ArchTest
    static final ArchRule dynamicsUsesExactFunctionsOnly = noClasses()
            .that()
            .resideInAnyPackage(COMPUTING)
            .should()
            .accessTargetWhere(calls(
                    "java.lang.Math",
                    "exp|expm1|log|log10|log1p|pow|cbrt|hypot|fma|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh"))
            .orShould()
            .dependOnClassesThat(named("java.lang.StrictMath"));

    /** The package sees none of the map but itself and the given ones. */
    private static ArchRule sees(String name, String... seen) {
        List<String> allowed =
                Stream.concat(Stream.of(name), Arrays.stream(seen)).toList();
        return forbid(
                name, MAP.stream().filter(other -> !allowed.contains(other)).toArray(String[]::new));
    }

    private static ArchRule forbid(String name, String... unseen) {
        return noClasses()
                .that()
                .resideInAPackage("dynlab." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(List.of(unseen)))
                .allowEmptyShould(true);
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "dynlab." + name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        List<String> all = List.of(names);
        return DescribedPredicate.describe("are one of " + all, type -> all.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String type, String methods) {
        return DescribedPredicate.describe(
                type + "." + methods,
                access -> access.getTargetOwner().getName().equals(type)
                        && access.getTarget().getName().matches(methods));
    }
}
