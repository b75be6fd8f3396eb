package io.github.bmnkit.examples.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up families of 1 to 10, of 2.9 on average, whose ages, schooling and work go together. */
final class Families {
    /** How many of 1,000 households have 1, 2, .. 10 members. */
    private static final int[] SIZES = {200, 270, 220, 160, 80, 40, 15, 8, 4, 3};

    private static final List<String> TRADES =
            List.of("FARM", "FARM", "FARM", "LABOUR", "LABOUR", "TRADE", "COMPANY", "GOV", "SELF_OTHER");

    private final Random random;
    private final LocalDate survey;
    private final List<Person> persons = new ArrayList<>();

    private Families(LocalDate survey, Random random) {
        this.survey = survey;
        this.random = random;
    }

    static List<Person> family(LocalDate survey, Random random) {
        return new Families(survey, random).family();
    }

    private List<Person> family() {
        int size = size();
        Person head = add("HEAD", random.nextInt(5) < 3, between(26, 78));
        Person younger = head;
        if (size > 1 && random.nextInt(4) > 0) {
            Person spouse = add("SPOUSE", !head.male(), Math.max(22, head.age() + between(-8, 5)));
            younger = spouse.age() < head.age() ? spouse : head;
        }
        while (persons.size() < size) {
            relative(head, younger);
        }
        List<Person> family = new ArrayList<>();
        persons.forEach(person -> family.add(live(person)));
        return List.copyOf(family);
    }

    private int size() {
        int draw = random.nextInt(1_000);
        int size = 1;
        for (int sum = SIZES[0]; draw >= sum; sum += SIZES[size++]) {}
        return size;
    }

    private void relative(Person head, Person younger) {
        switch (random.nextInt(10)) {
            case 0 -> {
                if (head.age() <= 60
                        && persons.stream().noneMatch(person -> person.role().equals("PARENT"))) {
                    add("PARENT", random.nextBoolean(), head.age() + between(18, 32));
                }
            }
            case 1, 2 -> {
                if (head.age() >= 50) {
                    add("GRANDCHILD", random.nextBoolean(), between(0, Math.min(20, head.age() - 42)));
                }
            }
            case 3 -> add("SIBLING", random.nextBoolean(), Math.max(18, head.age() + between(-10, 10)));
            case 4 -> add("OTHER_KIN", random.nextBoolean(), between(0, 85));
            case 5 -> {
                if (head.age() >= 48) {
                    add("CHILD_IN_LAW", random.nextBoolean(), between(20, 30));
                }
            }
            default -> add("CHILD", random.nextBoolean(), Math.max(0, younger.age() - between(20, 40)));
        }
    }

    private Person add(String role, boolean male, int age) {
        Person person = Person.born(
                persons.size() + 1, role, male, survey.minusYears(age).minusDays(random.nextInt(365)), survey);
        persons.add(person);
        return person;
    }

    /** Schooling, work and health that go with the age. */
    private Person live(Person person) {
        boolean head = person.role().equals("HEAD");
        int health = 0;
        boolean able = person.age() >= 4;
        if (person.age() >= 2 && random.nextInt(40) == 0) {
            health = 1;
            able = head || random.nextBoolean();
        } else if (person.age() >= 30 && random.nextInt(100) < person.age() - 20) {
            health = 2;
        }
        String occupation = occupation(person.age());
        if (!able && !occupation.equals("STUDENT")) {
            occupation = "NONE";
        }
        boolean card = person.age() >= 18 && !occupation.equals("GOV") && random.nextInt(4) == 0;
        return person.with(occupation, rank(person.age(), occupation)).with(health, able, card);
    }

    private String occupation(int age) {
        if (age < 3) {
            return "NONE";
        }
        if (age < 15 || (age <= 22 && random.nextInt(5) < 3)) {
            return "STUDENT";
        }
        boolean old = age >= 60;
        if (random.nextInt(10) < (old ? 6 : 1)) {
            return "NONE";
        }
        return TRADES.get(random.nextInt(old || age < 18 ? 6 : TRADES.size()));
    }

    private int rank(int age, String occupation) {
        if (age < 22) {
            return age < 3 ? 0 : age < 7 ? 1 : age < 11 ? 2 : age < 14 ? 3 : age < 17 ? 4 : 5;
        }
        int low = occupation.equals("GOV") ? 5 : age >= 60 ? 0 : 2;
        return between(low, 7);
    }

    private int between(int min, int max) {
        return min + random.nextInt(max - min + 1);
    }
}
