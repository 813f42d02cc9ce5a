package io.holdfast.engine.dsl.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.form.StartForm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files broken at random: an import may refuse them, it may not fall over. */
class AppImporterFuzzTest {

    private static final System.Logger LOG = System.getLogger(AppImporterFuzzTest.class.getName());
    private static final int FILES = 20_000;

    private static final List<String> WORDS =
            List.of(
                    "",
                    "x",
                    "start",
                    "iteration",
                    "loop-start",
                    "0.1.0",
                    "9.9",
                    "chat",
                    "a/b",
                    "true",
                    "[",
                    "\0",
                    "default-value",
                    "custom-note",
                    "nodes");

    @Test
    void aBrokenFileIsRefusedAndNothingElseHappens() {
        long seed = Long.getLong("holdfast.seed", System.nanoTime());
        LOG.log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
        var random = new Random(seed);
        int imported = 0;
        for (int i = 0; i < FILES; i++) {
            Map<String, @Nullable Object> file =
                    Files.read(random.nextInt(4) == 0 ? Files.CHAT : Files.WORKFLOW);
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                breakOne(file, random);
            }
            imported += take(file, random, seed) ? 1 : 0;
        }
        assertThat(imported).as("files that were still in order").isBetween(1, FILES - 1);
    }

    private static boolean take(Map<String, @Nullable Object> file, Random random, long seed) {
        try {
            var outcome = Files.importer().read(file, random.nextBoolean());
            if (outcome instanceof ImportOutcome.Imported imported) {
                assertThat(StartForm.of(imported.definition()).controls()).isNotNull();
                return true;
            }
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", file " + file, e);
        }
    }

    private static void breakOne(Object root, Random random) {
        List<Object> containers = new ArrayList<>();
        collect(root, containers);
        Object container = containers.get(random.nextInt(containers.size()));
        if (container instanceof List<?>) {
            breakList(Trees.list(container), random);
        } else {
            breakMap(Trees.map(container), random);
        }
    }

    private static void breakMap(Map<String, @Nullable Object> map, Random random) {
        if (map.isEmpty() || random.nextInt(8) == 0) {
            map.put(WORDS.get(random.nextInt(WORDS.size())), rubbish(random));
            return;
        }
        String key = List.copyOf(map.keySet()).get(random.nextInt(map.size()));
        if (random.nextInt(3) == 0) {
            map.remove(key);
        } else {
            map.put(key, rubbish(random));
        }
    }

    private static void breakList(List<@Nullable Object> list, Random random) {
        if (list.isEmpty() || random.nextBoolean()) {
            list.add(rubbish(random));
        } else {
            list.set(random.nextInt(list.size()), rubbish(random));
        }
    }

    private static void collect(@Nullable Object value, List<Object> containers) {
        if (value instanceof Map<?, ?> map) {
            containers.add(map);
            map.values().forEach(item -> collect(item, containers));
        } else if (value instanceof List<?> list) {
            containers.add(list);
            list.forEach(item -> collect(item, containers));
        }
    }

    private static @Nullable Object rubbish(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> Double.NaN;
            case 4 -> BigInteger.TWO.pow(100);
            case 5 -> new ArrayList<@Nullable Object>();
            case 6 -> Trees.copy(Map.of("id", "s", "enabled", true));
            case 7 -> Trees.copy(Map.of("data", List.of("x")));
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }
}
