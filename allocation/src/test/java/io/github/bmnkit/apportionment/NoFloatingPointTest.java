package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.FieldVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A17: no instruction, constant, field or signature of the package is of a floating point type. */
class NoFloatingPointTest {
    /** The numbers of the instructions on float and double, JVM specification, chapter 6. */
    private static final Set<Integer> INSTRUCTIONS = Set.copyOf(Stream.of(
                    IntStream.rangeClosed(11, 15),
                    IntStream.of(23, 24, 48, 49, 56, 57, 81, 82),
                    IntStream.of(98, 99, 102, 103, 106, 107, 110, 111, 114, 115, 118, 119),
                    IntStream.of(134, 135),
                    IntStream.rangeClosed(137, 144),
                    IntStream.rangeClosed(149, 152),
                    IntStream.of(174, 175))
            .flatMap(IntStream::boxed)
            .toList());

    @Test
    void a17_noFloatingPointInThePackage() throws IOException {
        List<Path> classes = classesBeside(ApportionmentProblem.class);

        assertThat(classes).hasSizeGreaterThan(15);
        assertThat(floatingPoint(classes)).isEmpty();
    }

    @Test
    void aWrongImplementationIsCaught() throws IOException {
        assertThat(floatingPoint(classesBeside(Wrong.class)))
                .anyMatch(use -> use.contains("Wrong$") && use.contains("doubleValue"))
                .anyMatch(use -> use.contains("Wrong$") && use.contains("instruction 111"));
    }

    private static List<Path> classesBeside(Class<?> type) throws IOException {
        URI uri = URI.create(type.getResource(type.getSimpleName() + ".class").toString());
        try (Stream<Path> files = Files.list(Path.of(uri).getParent())) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static Set<String> floatingPoint(List<Path> classes) {
        Set<String> uses = new TreeSet<>();
        for (Path file : classes) {
            try {
                new ClassReader(Files.readAllBytes(file)).accept(new Scanner(file.getFileName() + ": ", uses), 0);
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
        return uses;
    }

    private static final class Scanner extends ClassVisitor {
        private final String file;
        private final Set<String> uses;

        Scanner(String file, Set<String> uses) {
            super(Opcodes.ASM9);
            this.file = file;
            this.uses = uses;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            checkType(name, type);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String type, String signature, String[] exceptions) {
            checkType(method, type);
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInsn(int instruction) {
                    check(method, instruction);
                }

                @Override
                public void visitVarInsn(int instruction, int variable) {
                    check(method, instruction);
                }

                @Override
                public void visitLdcInsn(Object constant) {
                    if (constant instanceof Double || constant instanceof Float) {
                        uses.add(file + method + " loads " + constant);
                    }
                }

                @Override
                public void visitFieldInsn(int instruction, String owner, String name, String fieldType) {
                    checkType(name, fieldType);
                }

                @Override
                public void visitMethodInsn(
                        int instruction, String owner, String name, String calledType, boolean isInterface) {
                    checkType(name, calledType);
                }
            };
        }

        private void check(String method, int instruction) {
            if (INSTRUCTIONS.contains(instruction)) {
                uses.add(file + method + " has instruction " + instruction);
            }
        }

        private void checkType(String name, String type) {
            String primitives = type.replaceAll("L[^;]*;", "");
            if (primitives.contains("D") || primitives.contains("F")) {
                uses.add(file + name + " is of type " + type);
            }
        }
    }
}
