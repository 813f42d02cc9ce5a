package io.holdfast.engine.app.sandbox;

class BubblewrapSandboxTest extends SandboxStories {
    BubblewrapSandboxTest() {
        super(SandboxSettings.Level.BUBBLEWRAP);
    }
}
