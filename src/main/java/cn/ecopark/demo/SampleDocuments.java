package cn.ecopark.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.pdfbox.pdmodel.PDDocument;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.typesetting.PlainPages;
import cn.ecopark.typesetting.PlainPages.Running;
import cn.ecopark.typesetting.Typesetter;

/**
 * Documents that can be handed in, one of each kind, each marked as invented; each is
 * made once, so that it has one content however often it is handed in.
 */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
public class SampleDocuments {

	private final Typesetter typesetter;

	private final Script script;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<String, byte[]> made = new ConcurrentHashMap<>();

	SampleDocuments(Typesetter typesetter, Script script) {
		this.typesetter = typesetter;
		this.script = script;
	}

	/**
	 * @return a PDF
	 */
	public byte[] of(DocumentKind kind) {
		return this.made.computeIfAbsent(kind.label(), this::make).clone();
	}

	public static String fileName(DocumentKind kind) {
		return kind.label().replace('/', '、') + "（虚构）.pdf";
	}

	private byte[] make(String label) {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PlainPages pages = this.typesetter.plainPages(document);
			pages.begin(new Running(label, "虚构", (page) -> ""));
			pages.title(label);
			for (List<String> part : this.script.document()) {
				pages.heading(part.get(0));
				for (String paragraph : part.subList(1, part.size())) {
					pages.text(paragraph);
				}
			}
			pages.end();
			document.save(bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

}
