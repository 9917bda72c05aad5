package io.accountmigration.model;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code side of the models, looked up by name: the module that holds it exports nothing. */
final class Code {

    private static final String MODULE = "io.accountmigration.process";
    private static final Path SOURCES = Path.of("src/main/java");

    private Code() {}

    /** The class of a bean that a model names, by the bean's default name. */
    static Class<?> beanClass(String bean) {
        return classNamed(Character.toUpperCase(bean.charAt(0)) + bean.substring(1));
    }

    /** Looked for in the package of every process: no two of them may have a class of the same name. */
    static Class<?> classNamed(String simpleName) {
        var found = sources()
                .filter(source -> Model.stem(source).equals(simpleName))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one class " + simpleName + " in " + MODULE + ": " + found);
        }
        var packages = SOURCES.relativize(found.get(0).getParent());
        try {
            return Class.forName(packages.toString().replace(File.separatorChar, '.') + "." + simpleName);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("not compiled: " + found, missing);
        }
    }

    /** The bean names of all classes of the module whose name ends so. */
    static Set<String> beansNamed(String ending) {
        return sources()
                .map(Model::stem)
                .filter(name -> name.endsWith(ending))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources() {
        try (var sources = Files.walk(SOURCES.resolve(Path.of("", MODULE.split("\\."))))) {
            return sources.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The value of a constant that model and code share. */
    static <T> T shared(String constant, Class<T> type) {
        return type.cast(valueOf(Arrays.stream(sharedFields())
                .filter(field -> field.getName().equals(constant))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no shared name " + constant))));
    }

    /** The values of all shared constants of a type. */
    static <T> Stream<T> shared(Class<T> type) {
        return Arrays.stream(sharedFields())
                .map(Code::valueOf)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** What the code calls its answers at a decision with more than two ways out. */
    static Set<String> answers() throws ReflectiveOperationException {
        return answersOf("AccountMigrationModel");
    }

    static Set<String> answersOf(String names) throws ReflectiveOperationException {
        var answers = new HashSet<String>();
        for (var naming : classNamed(names).getDeclaredMethods()) {
            if (naming.getName().equals("nameOf")) {
                naming.setAccessible(true);
                for (var answer : naming.getParameterTypes()[0].getEnumConstants()) {
                    answers.add((String) naming.invoke(null, answer));
                }
            }
        }
        return answers;
    }

    /** The constants of a class of names, by their own names. */
    static Map<String, Object> constantsOf(String names) {
        return Arrays.stream(classNamed(names).getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .collect(Collectors.toMap(Field::getName, Code::valueOf));
    }

    private static Field[] sharedFields() {
        return classNamed("AccountMigrationModel").getDeclaredFields();
    }

    private static Object valueOf(Field field) {
        try {
            field.setAccessible(true);
            return Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
        } catch (IllegalAccessException closed) {
            throw new AssertionError(closed);
        }
    }
}
