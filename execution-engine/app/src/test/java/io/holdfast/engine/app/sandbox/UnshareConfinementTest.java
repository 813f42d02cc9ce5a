package io.holdfast.engine.app.sandbox;

class UnshareConfinementTest extends ConfinementStories {
    UnshareConfinementTest() {
        super(SandboxSettings.Level.UNSHARE);
    }
}
