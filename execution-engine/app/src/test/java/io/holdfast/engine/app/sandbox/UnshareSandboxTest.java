package io.holdfast.engine.app.sandbox;

class UnshareSandboxTest extends SandboxStories {
    UnshareSandboxTest() {
        super(SandboxSettings.Level.UNSHARE);
    }
}
