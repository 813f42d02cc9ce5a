package io.holdfast.platform.lease;

import io.holdfast.platform.database.PlatformDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLeaseStoreTest extends LeaseStoreContract {

    private final PlatformDatabase database = new PlatformDatabase();
    private final PostgresLeaseStore store = new PostgresLeaseStore(database.pool());

    @BeforeAll
    void connect() {
        database.number("select 1");
    }

    @BeforeEach
    void empty() {
        database.run("delete from lease");
    }

    @AfterAll
    void disconnect() {
        database.close();
    }

    @Override
    protected LeaseStore store() {
        return store;
    }

    /** The database itself waits: its clock is the one that counts. */
    @Override
    protected void letPass(Duration time) {
        database.run("select pg_sleep(" + (time.toMillis() + 20) / 1_000.0 + ")");
    }
}
