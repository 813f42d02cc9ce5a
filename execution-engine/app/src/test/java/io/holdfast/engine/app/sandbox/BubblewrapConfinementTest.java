package io.holdfast.engine.app.sandbox;

class BubblewrapConfinementTest extends ConfinementStories {
    BubblewrapConfinementTest() {
        super(SandboxSettings.Level.BUBBLEWRAP);
    }
}
