package io.holdfast.engine.app.journal;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into one array for each column, as a statement over {@code unnest} takes them. */
final class Columns<R> {

    private final List<R> rows;
    private final List<Object> arrays = new ArrayList<>();

    Columns(List<R> rows) {
        this.rows = rows;
    }

    <T> Columns<R> add(IntFunction<T[]> array, Function<R, ? extends @Nullable T> value) {
        arrays.add(rows.stream().map(value).toArray(array));
        return this;
    }

    Tuple tuple() {
        return Tuple.wrap(new ArrayList<>(arrays));
    }
}
