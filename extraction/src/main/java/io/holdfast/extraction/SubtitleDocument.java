package io.holdfast.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WebVTT subtitles; what one speaker says in a row is one line. */
final class SubtitleDocument {

    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*)? ([^>]*)>");
    private static final Pattern TAG = Pattern.compile("</?[^>]{1,200}>");

    private final List<String> lines = new ArrayList<>();
    private String speaker = "";
    private final StringBuilder said = new StringBuilder();

    private SubtitleDocument() {}

    static String extract(byte[] content) {
        SubtitleDocument document = new SubtitleDocument();
        for (String block : PlainText.read(content).replace("\r\n", "\n").split("\n\n+", -1)) {
            document.cue(block);
        }
        document.end();
        return String.join("\n", document.lines);
    }

    private void cue(String block) {
        List<String> all = block.lines().toList();
        int timing = 0;
        while (timing < all.size() && !all.get(timing).contains("-->")) {
            timing++;
        }
        if (timing >= all.size()) {
            return;
        }
        String text = String.join(" ", all.subList(timing + 1, all.size()));
        Matcher voice = VOICE.matcher(text);
        String by = voice.find() ? voice.group(1).strip() : "";
        if (!by.equals(speaker)) {
            end();
            speaker = by;
        }
        String plain = TAG.matcher(text).replaceAll("").strip();
        if (!plain.isEmpty()) {
            said.append(said.isEmpty() ? "" : " ").append(plain);
        }
    }

    private void end() {
        if (!said.isEmpty()) {
            lines.add(speaker.isEmpty() ? said.toString() : speaker + ": " + said);
            said.setLength(0);
        }
    }
}
