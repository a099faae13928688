package org.claimtrail.shared.validation;

import java.util.Locale;
import java.util.Optional;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** Checks {@link IdOf}. */
public final class IdOfValidator extends ReasonedValidator<IdOf> {

    private @Nullable Kind expected;

    @Override
    public void initialize(IdOf constraint) {
        expected = constraint.value();
    }

    @Override
    Optional<String> refusal(String text) {
        Optional<Kind> actual = TypeId.tryParse(text).map(TypeId::kind);
        if (expected == null || actual.filter(expected::equals).isPresent()) {
            return Optional.empty();
        }
        String found = actual.map(kind -> "the id of " + noun(kind)).orElse("no id of this service");
        return Optional.of("%s is %s; here belongs the id of %s, %s_ and 26 lower-case letters and digits"
                .formatted(quote(text), found, noun(expected), expected.prefix()));
    }

    private static String noun(Kind kind) {
        String noun = kind.name().toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }
}
