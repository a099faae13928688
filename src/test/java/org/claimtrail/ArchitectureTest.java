package org.claimtrail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.validation.Constraint;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrail.audit.witness.WitnessResource;
import org.claimtrail.exchange.imports.ImportedRecordsResource;
import org.claimtrail.shared.http.Idempotent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages and the only arrows between them, as docs/architecture.md draws them. */
class ArchitectureTest {

    private static final String ROOT = "org.claimtrail.";

    /** Each package, and what it may import beside shared, the platform and itself. */
    private static final List<List<String>> ARROWS = List.of(
            List.of("merkle"),
            List.of("audit", "merkle"),
            List.of("history", "audit", "merkle"),
            List.of("access", "history", "audit", "merkle"),
            List.of("sources", "access", "history", "audit", "merkle"),
            List.of("claims", "sources", "access", "history", "audit", "merkle"),
            List.of("assessments", "claims", "sources", "access", "history", "audit", "merkle"),
            List.of("search", "assessments", "claims", "sources", "access", "history", "audit", "merkle"),
            List.of("exchange", "search", "assessments", "claims", "sources", "access", "history", "audit", "merkle"),
            List.of("pages", "search", "assessments", "claims", "sources", "access", "history", "audit", "merkle"),
            List.of("delivery", "access", "audit"),
            List.of("cli", "merkle", "exchange"),
            List.of("shared"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.claimtrail");

    @TestFactory
    Stream<DynamicTest> imports_only_what_stands_to_its_right() {
        return ARROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    String[] allowed = Stream.concat(row.stream(), Stream.of("shared"))
                            .map(name -> ROOT + name + "..")
                            .toArray(String[]::new);
                    DescribedPredicate<JavaClass> foreign = JavaClass.Predicates.resideInAPackage("org.claimtrail..")
                            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)));

                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + row.get(0) + "..")
                            .should()
                            .dependOnClassesThat(foreign)
                            .allowEmptyShould(true)
                            .check(MAIN);
                }));
    }

    @Test
    void knows_every_package() {
        List<String> known = ARROWS.stream().map(row -> row.get(0)).toList();

        classes()
                .should()
                .resideInAnyPackage(
                        known.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void has_no_cycles() {
        SlicesRuleDefinition.slices()
                .matching("org.claimtrail.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void keeps_the_merkle_log_free_of_frameworks() {
        classes()
                .that()
                .resideInAPackage(ROOT + "merkle..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "merkle..", "org.jspecify..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void keeps_entities_and_repositories_inside_their_package() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .haveSimpleNameEndingWith("Repository")
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .bePackagePrivate()
                .check(MAIN);
        noClasses().should().beAssignableTo(PanacheEntityBase.class).check(MAIN);
    }

    /** One such constraint, and every start builds a validator for all settings; see ADR 029. */
    @Test
    void reads_settings_without_bean_validation() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ConfigMapping.class)
                .should()
                .notBeMetaAnnotatedWith(Constraint.class)
                .check(MAIN);
    }

    @Test
    void says_of_every_route_who_may_call_it() {
        for (var verb : List.of(GET.class, POST.class, PUT.class, DELETE.class)) {
            methods()
                    .that()
                    .areAnnotatedWith(verb)
                    .should()
                    .beAnnotatedWith(RolesAllowed.class)
                    .orShould()
                    .beAnnotatedWith(PermitAll.class)
                    .orShould()
                    .beDeclaredInClassesThat()
                    .areAnnotatedWith(PermitAll.class)
                    .check(MAIN);
        }
    }

    /**
     * But for witnesses: their protocol has no such header, and to ask again with the same is harmless by itself; as it is
     * to send again what an import brings.
     */
    @Test
    void takes_an_idempotency_key_on_every_post() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and()
                .areNotDeclaredIn(WitnessResource.class)
                .and()
                .areNotDeclaredIn(ImportedRecordsResource.class)
                .should()
                .beAnnotatedWith(Idempotent.class)
                .check(MAIN);
    }

    @Test
    void opens_transactions_in_services_only() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(MAIN);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .notBeAnnotatedWith(Transactional.class)
                .check(MAIN);
    }

    /** What came after the last rows would not be one with them; see ADR 032. */
    @Test
    void writes_nothing_when_a_transaction_ends_but_its_last_rows() {
        methods()
                .that()
                .haveName("beforeCompletion")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(ROOT + "shared.database..")
                .should(doNothing())
                .check(MAIN);
    }

    private static ArchCondition<JavaMethod> doNothing() {
        return new ArchCondition<>("do nothing") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getCallsFromSelf()
                        .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
            }
        };
    }

    /** Suites take their tests by name: one of another name would never be run. */
    @Test
    void calls_every_class_with_tests_a_test() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> strangers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().matches(".*(Test|IT)\\.java"))
                    .filter(file ->
                            text(file).matches("(?s).*\\n    @(Test|TestFactory|ParameterizedTest|Property)\\b.*"))
                    .toList();

            assertThat(strangers).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void avoids_names_that_say_nothing() {
        for (String suffix : Arrays.asList("Manager", "Helper", "Utils", "Util", "Dto", "Impl")) {
            noClasses().should().haveSimpleNameEndingWith(suffix).check(MAIN);
        }
    }

    @Test
    void keeps_files_below_three_hundred_lines() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> long_files = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 300)
                    .toList();

            assertThat(long_files).isEmpty();
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }
}
