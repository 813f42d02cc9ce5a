package io.holdfast.platform.file;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives a service its store. */
@Singleton
class FileStoreProducer {

    @Produces
    @Singleton
    FileStore store(FileConfig config) {
        return new LocalFileStore(config.directory());
    }
}
