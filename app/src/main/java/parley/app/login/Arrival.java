package parley.app.login;

/** What a right first step leads to: somebody is in, or has a second step to make. */
public sealed interface Arrival permits Entered, SecondStepDue {}
