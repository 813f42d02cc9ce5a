package io.holdfast.model.route;

import io.holdfast.model.failure.ModelFailure;
import java.util.regex.Pattern;

/**
 * A provider as {@code organisation/plugin/provider}. Old exports name it by one bare word, which
 * means {@code langgenius/<word>/<word>}; {@code google} lives in the plugin {@code gemini}
 * (models.md 1).
 */
public record ProviderId(String organisation, String plugin, String provider) {

    private static final Pattern PART = Pattern.compile("[a-z0-9_-]+");
    private static final String HOME = "langgenius";

    /**
     * Reads a full or bare id.
     *
     * @throws ModelFailure {@code invalid_provider} when it is neither
     */
    public static ProviderId of(String text) {
        var parts = text.strip().split("/", -1);
        for (String part : parts) {
            if (!PART.matcher(part).matches()) {
                throw invalid(text);
            }
        }
        return switch (parts.length) {
            case 1 -> normal(HOME, parts[0], parts[0]);
            case 3 -> normal(parts[0], parts[1], parts[2]);
            default -> throw invalid(text);
        };
    }

    private static ProviderId normal(String organisation, String plugin, String provider) {
        var gemini = organisation.equals(HOME) && provider.equals("google");
        return new ProviderId(organisation, gemini ? "gemini" : plugin, provider);
    }

    private static ModelFailure invalid(String text) {
        return ModelFailure.badRequest(
                "invalid_provider",
                "Invalid provider id '%s': expected organisation/plugin/provider or one bare word, each of a-z, 0-9, _ and -."
                        .formatted(text));
    }

    @Override
    public String toString() {
        return organisation + "/" + plugin + "/" + provider;
    }
}
