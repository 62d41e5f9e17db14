package cn.ecopark.wholefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import cn.ecopark.wholefile.Gathering.Gathered;

/**
 * Writes down what was gathered: pages to read that need nothing but a browser, and the
 * same as data with its schema.
 */
@Component
class ArchivePages {

	private static final String HTML = "text/html;charset=UTF-8";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final ITemplateEngine templates;

	private final ArchiveWords words;

	private final String style = text("whole-file/archive.css");

	private final byte[] schema = text("whole-file/case.schema.json").getBytes(StandardCharsets.UTF_8);

	ArchivePages(ITemplateEngine templates, ArchiveWords words) {
		this.templates = templates;
		this.words = words;
	}

	/** The pages that have something to say, then data and schema. */
	List<Piece> records(Gathered gathered) {
		List<Piece> pieces = new ArrayList<>();
		sections(gathered.data()).forEach((section, filled) -> {
			if (filled) {
				pieces.add(section(section, gathered));
			}
		});
		pieces.add(Piece.written(gathered.paths().path(folder("data"), "case.json"), EntryKind.DATA,
				this.words.text("wholefile.entry.data"), "application/json", JSON.writeValueAsBytes(gathered.data())));
		pieces.add(Piece.written(gathered.paths().path(folder("data"), "case.schema.json"), EntryKind.DATA,
				this.words.text("wholefile.entry.schema"), "application/schema+json", this.schema));
		return pieces;
	}

	/** The page that leads through all others. */
	Piece index(Gathered gathered, Manifest.Made made, List<Piece> pieces) {
		Map<String, List<Manifest.Entry>> folders = new LinkedHashMap<>();
		pieces.stream()
			.map(Piece::entry)
			.forEach(entry -> folders.computeIfAbsent(folderOf(entry.path()), name -> new ArrayList<>()).add(entry));
		byte[] page = page("index",
				Map.of("data", gathered.data(), "made", made, "folders", folders, "manifest", Manifest.PATH));
		return Piece.written(this.words.text("wholefile.entry.index") + ".html", EntryKind.INDEX,
				this.words.text("wholefile.entry.index"), HTML, page);
	}

	private static Map<String, Boolean> sections(CaseData data) {
		Map<String, Boolean> sections = new LinkedHashMap<>();
		sections.put("overview", true);
		sections.put("timeline", true);
		sections.put("opinions", !data.opinions().isEmpty());
		sections.put("corrections", !data.corrections().isEmpty());
		sections.put("batches", !data.batches().isEmpty());
		sections.put("issued", !data.officialDocuments().isEmpty());
		sections.put("notices", !data.notices().isEmpty());
		sections.put("objections", !data.objections().isEmpty());
		return sections;
	}

	private Piece section(String section, Gathered gathered) {
		String title = this.words.text("wholefile.section." + section);
		byte[] page = page("record", Map.of("section", section, "title", title, "data", gathered.data()));
		return Piece.written(gathered.paths().path(folder("records"), title + ".html"), EntryKind.RECORD, title, HTML,
				page);
	}

	private byte[] page(String template, Map<String, Object> variables) {
		Context context = new Context(ArchiveWords.LOCALE, variables);
		context.setVariable("style", this.style);
		context.setVariable("words", this.words);
		return this.templates.process("wholefile/archive/" + template, context).getBytes(StandardCharsets.UTF_8);
	}

	private String folder(String key) {
		return this.words.text("wholefile.folder." + key);
	}

	private static String folderOf(String path) {
		int slash = path.indexOf('/');
		return slash < 0 ? "" : path.substring(0, slash);
	}

	private static String text(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

}
