package io.holdfast.local.cli;

/** What {@code ./holdfast help} says. */
final class Help {

    static final String TEXT =
            """
            ./holdfast COMMAND

              up [--detach] [--infra] [--port SERVICE=PORT]...
                                      start everything, building it first when needed;
                                      --detach returns when all is ready,
                                      --infra starts PostgreSQL and Kafka alone
              down                    stop everything
              status [--json]         what runs, where, and whether it is ready
              logs SERVICE [-f] [-n LINES]
                                      the last lines of a service's log; -f goes on;
                                      also: postgres, kafka, supervisor, build
              import FILE|FOLDER... [--json]
                                      bring in apps that were exported from Dify (.yml, .yaml)
              dev SERVICE             run one service in dev mode inside the running suite
              test [MAVEN OPTIONS]    everything that the build checks
              reset [--yes]           stop everything and delete all data
              help                    this text

            SERVICE is one of api-gateway, execution-engine, model-service, scheduler,
            vector-store-adapter. State is kept in .holdfast; HOLDFAST_HOME moves it.
            All variables: docs/running.md\
            """;

    private Help() {}
}
