package cn.ecopark.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import cn.ecopark.journey.Browser.Field;

/** Anybody who holds a document in hand and asks whether it is genuine. */
final class DocumentChecks {

	private static final Path FOLDER = Path.of("target", "papers");

	private final Browser anybody;

	DocumentChecks(String address) {
		this.anybody = new Browser(address);
	}

	/**
	 * @return what the public page says of the file
	 */
	String verdict(byte[] pdf) {
		Document page = this.anybody.open("/verify").expect(200).page();
		Element form = page.expectFirst("form[enctype]");
		List<Field> fields = form.select("input[type=hidden]")
			.stream()
			.map(hidden -> new Field(hidden.attr("name"), hidden.attr("value")))
			.toList();
		return this.anybody.upload(form.absUrl("action"), fields, "公文.pdf", pdf)
			.expect(200)
			.page()
			.expectFirst(".verdict")
			.text();
	}

	/** Keeps the document where whoever runs the tests can look at it. */
	void keep(String name, byte[] document) {
		try {
			Files.createDirectories(FOLDER);
			Files.write(FOLDER.resolve(name + ".pdf"), document);
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

}
