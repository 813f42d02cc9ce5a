package io.holdfast.engine.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The golden file says what Python's Jinja2 makes of each template; see make_jinja_golden.py. */
class JinjaGoldenTest {

    /** Templates where we differ on purpose; each must differ, or it has to leave this list. */
    private static final Set<String> DEVIATIONS =
            Set.of(
                    // Python's own attributes are closed; the real one opens them to any template.
                    "{{ missing.__class__ is defined }}",
                    // Infinite constants: the real compiler writes "inf" and then has no such name.
                    "{{ 9007199254740993 == 9007199254740992.0 }}"
                            + " {{ 9007199254740993 > 9007199254740992.0 }} {{ 1e400 > big }}",
                    "{{ 'inf'|float|int }}",
                    // Slices of constants: the real optimizer makes them undefined, of variables
                    // an error.
                    "{{ none[1:2] }}",
                    "{{ 5[1:2] }}",
                    // Texts about argument counts: those that depend on how Python's function is
                    // written.
                    "{{ l|join(nope=1) }}",
                    "{{ l|unique('a', 'b', 'c')|list }}",
                    "{{ 'a'.upper(1) }}");

    @Test
    void templatesRenderAsPythonsJinjaRendersThem() {
        List<GoldenCase> cases = GoldenCase.all();
        List<String> faults = new ArrayList<>();
        Set<String> deviating = new HashSet<>();
        int equal = 0;
        for (GoldenCase golden : cases) {
            String ours = golden.ours();
            if (ours.equals(golden.outcome())) {
                equal++;
            } else if (DEVIATIONS.contains(golden.template())) {
                deviating.add(golden.template());
            } else {
                faults.add(
                        "%s\n  wanted: %s\n  got:    %s"
                                .formatted(golden.template(), golden.outcome(), ours));
            }
        }
        assertThat(faults)
                .as("%d of %d equal, %d deviations", equal, cases.size(), deviating.size())
                .isEmpty();
        assertThat(deviating).isEqualTo(DEVIATIONS);
        assertThat(cases).hasSizeGreaterThan(1000);
    }
}
