package lectern.planner.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Problem;
import tools.jackson.databind.JsonNode;

/// A JSON value with where it stands, so that every complaint can say so.
///
/// @param path such as `talks[17].windows[0]`, empty for the whole document
record Located(String path, JsonNode node) {

    /// This object, having none but the given keys.
    Located object(Set<String> keys) {
        if (!node.isObject()) {
            throw fault("must be an object");
        }
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw fault("unknown key \"" + key + "\"");
            }
        }
        return this;
    }

    boolean has(String key) {
        return node.has(key);
    }

    Located get(String key) {
        JsonNode child = node.get(key);
        if (child == null) {
            throw fault("\"" + key + "\" is missing");
        }
        return new Located(path.isEmpty() ? key : path + "." + key, child);
    }

    <T> List<T> list(Function<Located, T> element) {
        if (!node.isArray()) {
            throw fault("must be an array");
        }
        List<T> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            list.add(element.apply(new Located(path + "[" + i + "]", node.get(i))));
        }
        return list;
    }

    <T> List<T> listOrNone(String key, Function<Located, T> element) {
        return has(key) ? get(key).list(element) : List.of();
    }

    /// A pair such as a window or a shift.
    <T> T pair(PairOf<T> pair) {
        if (!node.isArray() || node.size() != 2) {
            throw fault("must be an array of two numbers");
        }
        List<Integer> both = list(Located::integer);
        return pair.of(both.get(0), both.get(1));
    }

    interface PairOf<T> {
        T of(int first, int second);
    }

    String text() {
        if (!node.isString()) {
            throw fault("must be a string");
        }
        return node.asString();
    }

    int integer() {
        long value = wholeNumber();
        if (value < -Problem.GREATEST * 2L || value > Problem.GREATEST * 2L) {
            throw fault(value + " is out of range");
        }
        return (int) value;
    }

    int integerOr(String key, int otherwise) {
        return has(key) ? get(key).integer() : otherwise;
    }

    long wholeNumber() {
        if (!node.isIntegralNumber()) {
            throw fault("must be a whole number");
        }
        if (!node.canConvertToLong()) {
            throw fault(node + " is out of range");
        }
        return node.asLong();
    }

    long wholeNumberOr(String key, long otherwise) {
        return has(key) ? get(key).wholeNumber() : otherwise;
    }

    double number() {
        if (!node.isNumber()) {
            throw fault("must be a number");
        }
        double value = node.isIntegralNumber() && node.canConvertToLong()
                ? node.asLong()
                : node.decimalValue().doubleValue();
        if (!Double.isFinite(value)) {
            throw fault("is out of range");
        }
        return value;
    }

    /// A decimal 0..1 of at most two places, in hundredths.
    int hundredths() {
        if (!node.isNumber()) {
            throw fault("must be a number");
        }
        BigDecimal value = node.decimalValue().stripTrailingZeros();
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw fault(node + " is not between 0 and 1");
        }
        if (value.scale() > 2) {
            throw fault(node + " has more than two decimals");
        }
        return value.movePointRight(2).intValueExact();
    }

    boolean flagOr(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        Located flag = get(key);
        if (!flag.node.isBoolean()) {
            throw flag.fault("must be true or false");
        }
        return flag.node.asBoolean();
    }

    InvalidProblemException fault(String what) {
        return new InvalidProblemException(path.isEmpty() ? what : path + ": " + what);
    }
}
