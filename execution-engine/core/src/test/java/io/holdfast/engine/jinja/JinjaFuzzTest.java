package io.holdfast.engine.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JinjaFuzzTest {

    private static final long SEED = Long.getLong("holdfast.test.seed", System.nanoTime());
    private static final int RUNS = Integer.getInteger("holdfast.test.runs", 20_000);
    private static final JinjaLimits LIMITS = new JinjaLimits(20_000, 2_000_000, 300, 100_000);
    private static final List<String> PIECES =
            List.of(
                    "{{",
                    "}}",
                    "{%",
                    "%}",
                    "{#",
                    "#}",
                    "-",
                    "+",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "|",
                    "'",
                    "\"",
                    "\\",
                    ".",
                    ",",
                    ":",
                    "~",
                    "*",
                    "**",
                    "//",
                    "%",
                    "=",
                    "==",
                    "<",
                    " in ",
                    " is ",
                    " not ",
                    " if ",
                    " else ",
                    "for x in l",
                    "endfor",
                    "else",
                    "endif",
                    "set x",
                    "macro m()",
                    "endmacro",
                    "loop",
                    "caller",
                    "999999999",
                    "10**9",
                    "(-2)**9999999992",
                    "{0[a]}",
                    "{x.y!r:>{}}",
                    "%(a)5s",
                    "1e308",
                    "none",
                    "true",
                    "missing",
                    "\n",
                    "é",
                    "😀",
                    "\ud800",
                    "|list",
                    "|join",
                    "|map('string')",
                    "|sort",
                    "|tojson",
                    "|pprint",
                    "recursive",
                    "loop(l)",
                    "range(10**9)",
                    "[::-1]",
                    "*args",
                    "**d",
                    "raw",
                    "endraw",
                    "%s",
                    "%99999d",
                    "{:>999}",
                    "|batch(3)",
                    "ns.x");

    @Test
    @Timeout(300)
    void mutatedTemplatesFailAsTemplatesDo() {
        List<GoldenCase> seeds = GoldenCase.all();
        SplittableRandom random = new SplittableRandom(SEED);
        int rendered = 0;
        for (int run = 0; run < RUNS; run++) {
            GoldenCase seed = seeds.get(random.nextInt(seeds.size()));
            String template = mutate(seed.template(), seeds, random);
            rendered += survives(template, seed, run) ? 1 : 0;
        }
        assertThat(rendered).as("seed %d: some mutants render", SEED).isPositive();
    }

    private static boolean survives(String template, GoldenCase seed, int run) {
        try {
            String text = JinjaTemplate.parse(template).render(seed.variables(), LIMITS, 1L);
            assertThat(text.codePointCount(0, text.length()))
                    .isLessThanOrEqualTo(LIMITS.maxOutput());
            return true;
        } catch (JinjaException expected) {
            return false;
        } catch (RuntimeException | Error fault) {
            throw new AssertionError(
                    "seed %d, run %d, template:%n%s".formatted(SEED, run, template), fault);
        }
    }

    private static String mutate(String template, List<GoldenCase> seeds, SplittableRandom random) {
        StringBuilder text = new StringBuilder(template);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, to);
                case 2 -> text.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
                default -> text.insert(at, piece(seeds.get(random.nextInt(seeds.size())), random));
            }
        }
        return text.toString();
    }

    private static String piece(GoldenCase other, SplittableRandom random) {
        String text = other.template();
        int from = random.nextInt(text.length() + 1);
        return text.substring(from, Math.min(text.length(), from + random.nextInt(40)));
    }
}
