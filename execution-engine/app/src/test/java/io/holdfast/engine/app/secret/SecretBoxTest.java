package io.holdfast.engine.app.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private final SecretBox box = new SecretBox("a key of sixteen characters");

    @Test
    void aSealedTextOpensInItsPlaceAndShowsNothing() {
        byte[] sealed = box.seal("app/1", "sk-secret é");

        assertThat(box.open("app/1", sealed)).isEqualTo("sk-secret é");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(box.seal("app/1", "sk-secret é")).isNotEqualTo(sealed);
    }

    @Test
    void itOpensNeitherElsewhereNorWithAnotherKeyNorWhenChanged() {
        byte[] sealed = box.seal("app/1", "x");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> box.open("app/2", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HOLDFAST_SECRET_KEY");
        assertThatThrownBy(() -> new SecretBox("another key").open("app/1", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open("app/1", changed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open("app/1", new byte[3]))
                .isInstanceOf(IllegalStateException.class);
    }
}
