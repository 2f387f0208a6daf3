package lectern.platform.imports.work;

/// What a row does, or did.
public enum Outcome {
    NEW,
    CHANGED,
    UNCHANGED,
    FAILED
}
