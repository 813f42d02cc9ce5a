package io.holdfast.engine.agent;

import io.holdfast.engine.node.NodeReport;
import java.util.List;

/** Tells what happens in the rounds of an agent. Rounds are counted from 1, calls from 0. */
interface Reporter {

    List<NodeReport> roundBegins(int number);

    List<NodeReport> modelSpoke(int number, Round round);

    List<NodeReport> toolBegins(int number, Round round, int call);

    List<NodeReport> toolSpoke(int number, Round round, int call);

    List<NodeReport> roundEnds(int number, Round round);
}
