package cn.ecopark.demo.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.demo.SampleDocuments;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;

/** The documents to hand in: of the kinds that the rule pack of the day asks for. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class SampleFiles {

	static final String PATH = "/demo/files";

	private static final String ENDING = "pdf";

	private final RulePacks packs;

	private final CaseTime time;

	private final SampleDocuments documents;

	SampleFiles(RulePacks packs, CaseTime time, SampleDocuments documents) {
		this.packs = packs;
		this.time = time;
		this.documents = documents;
	}

	List<PeoplePage.Sample> list(Locale locale) {
		return kinds().stream()
			.map((kind) -> new PeoplePage.Sample(Texts.english(locale) ? kind.englishLabel() : kind.label(),
					PATH + "/" + kind.key()))
			.toList();
	}

	/** One of them. */
	record File(String name, byte[] pdf) {
	}

	Optional<File> find(String key) {
		return kinds().stream().filter((kind) -> kind.key().equals(key)).findFirst().map(this::file);
	}

	void writeAll(OutputStream out) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (DocumentKind kind : kinds()) {
				File file = file(kind);
				zip.putNextEntry(new ZipEntry(file.name()));
				zip.write(file.pdf());
				zip.closeEntry();
			}
		}
	}

	private File file(DocumentKind kind) {
		return new File(SampleDocuments.fileName(kind), this.documents.of(kind));
	}

	private List<DocumentKind> kinds() {
		return this.packs.inForceOn(this.time.today())
			.documents()
			.values()
			.stream()
			.filter((kind) -> kind.accept().contains(ENDING))
			.toList();
	}

}
