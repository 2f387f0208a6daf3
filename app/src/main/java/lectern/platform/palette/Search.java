package lectern.platform.palette;

import lectern.platform.security.Actor;
import lectern.platform.web.Words;

/// What somebody looks for.
///
/// @param text as typed, without blanks around it; empty when nothing was typed yet
/// @param limit how many answers of one kind are of use
public record Search(String text, Actor actor, Words words, int limit) {}
