package io.limen.explainer.adapter.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG for the inside of a page: well-formed, every text and attribute escaped. */
final class SvgWriter {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    SvgWriter() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("every Java platform writes XML", e);
        }
    }

    /** Opens an element; attributes as names and values in turn, numbers rounded to a hundredth of a pixel. */
    SvgWriter open(String element, Object... attributes) {
        return write(() -> {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute((String) attributes[i], value(attributes[i + 1]));
            }
        });
    }

    /** Ends the element that was opened last. */
    SvgWriter close() {
        return write(xml::writeEndElement);
    }

    /** An element with nothing inside. */
    SvgWriter element(String element, Object... attributes) {
        return open(element, attributes).close();
    }

    /** An element with a text inside. */
    SvgWriter text(String element, String content, Object... attributes) {
        return open(element, attributes)
                .write(() -> xml.writeCharacters(content))
                .close();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private SvgWriter write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("SVG", e);
        }
    }

    private static String value(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "")
                : String.valueOf(value);
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }
}
