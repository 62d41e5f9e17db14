package cn.ecopark.gate.judging;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import cn.ecopark.gate.FileType;
import cn.ecopark.gate.judging.Unpacking.TooMuch;

/**
 * Judges an office file part by part: what each is by its table of contents and by its
 * first bytes, and what it refers to.
 */
final class OfficeJudge {

	static final String ARCHIVE = "office.archive";

	static final String BOMB = OfficeXml.BOMB;

	private static final String CONTENTS = "[Content_Types].xml";

	private static final long MOST_UNPACKED = 1L << 30;

	private static final long HARMLESS = 16L << 20;

	private static final long LARGEST_RATIO = 200;

	/** A table behind a diagram. */
	private static final long LARGEST_WORKBOOK = 32L << 20;

	private static final Pattern XML = Pattern.compile("(?i)\\.(xml|rels|vml)$");

	private final OfficeArchive archive;

	private final Findings findings;

	private final boolean within;

	private final OfficeContents contents = new OfficeContents();

	private final Set<String> workbooks = new HashSet<>();

	private final OfficeObjects objects = new OfficeObjects();

	private @Nullable String main;

	private long unpacked;

	private OfficeJudge(OfficeArchive archive, boolean within, Findings findings) {
		this.archive = archive;
		this.within = within;
		this.findings = findings;
	}

	/**
	 * @return what it is; empty if it is no office file that is taken
	 * @throws IOException if it is not whole
	 */
	static Optional<FileType> judge(FileChannel file, Findings findings) throws IOException {
		return judge(file, false, findings);
	}

	private static Optional<FileType> judge(FileChannel file, boolean within, Findings findings) throws IOException {
		Optional<OfficeArchive> archive = OfficeArchive.open(file);
		if (archive.isEmpty()) {
			findings.add(ARCHIVE);
			return Optional.empty();
		}
		return new OfficeJudge(archive.get(), within, findings).judge();
	}

	private Optional<FileType> judge() throws IOException {
		for (OfficeArchive.Part part : this.archive.parts()) {
			if (part.size() > HARMLESS && part.size() > part.packed() * LARGEST_RATIO) {
				this.findings.add(BOMB);
				return Optional.empty();
			}
		}
		if (this.archive.parts().stream().noneMatch((part) -> part.name().equals(CONTENTS))) {
			this.findings.add(OtherKinds.ofArchive(this.archive));
			return Optional.empty();
		}
		read((name) -> name.equals(CONTENTS));
		read((name) -> name.endsWith(".rels"));
		read((name) -> !name.equals(CONTENTS) && !name.endsWith(".rels"));
		this.objects.judge(this.findings);
		Optional<FileType> type = (this.main != null) ? this.contents.typeOf(this.main) : Optional.empty();
		if (type.isEmpty() && this.findings.isEmpty()) {
			this.findings.add(this.contents.of(String.valueOf(this.main)).contains("presentation") ? "office.old.slides"
					: (this.main != null) ? "unknown-type" : OtherKinds.ofArchive(this.archive));
		}
		return type;
	}

	private void read(Predicate<String> which) throws IOException {
		for (OfficeArchive.Part part : this.archive.parts()) {
			if (which.test(part.name()) && !part.name().endsWith("/") && !this.findings.has(BOMB)) {
				read(part);
			}
		}
	}

	private void read(OfficeArchive.Part part) throws IOException {
		String name = part.name();
		String content = this.contents.of(name);
		OfficeLinks.judgeContent(name, content, this.findings);
		if (content.contains("oleobject")) {
			this.objects.add(name);
		}
		if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
			this.findings.add(OfficeLinks.MACROS, name, name);
		}
		try (InputStream in = unpacking(part)) {
			if (part.size() == 0) {
				return;
			}
			if (content.endsWith("xml") || XML.matcher(name).find()) {
				readXml(name, in);
			}
			else {
				judgeBytes(name, in);
				in.transferTo(OutputStream.nullOutputStream());
			}
		}
		catch (TooMuch bomb) {
			this.findings.add(BOMB);
		}
	}

	private void readXml(String name, InputStream in) throws IOException {
		try {
			OfficeObjects.Text text = this.objects.text(name);
			new OfficeXml(name, this.findings).read(in, (element, xml) -> {
				text.element(element, xml);
				if (name.equals(CONTENTS)) {
					this.contents.read(element, xml);
				}
				else if (element.equals("Relationship")) {
					relate(name, xml);
				}
			}, text::characters);
		}
		catch (XMLStreamException broken) {
			if (broken.getNestedException() instanceof TooMuch) {
				this.findings.add(BOMB);
			}
			else if (!name.endsWith(".vml")) {
				throw new IOException(broken);
			}
		}
	}

	private void relate(String relations, XMLStreamReader xml) {
		String type = OfficeXml.attribute(xml, "Type");
		String target = OfficeXml.attribute(xml, "Target");
		boolean external = OfficeXml.attribute(xml, "TargetMode").equalsIgnoreCase("External");
		String source = OfficeContents.source(relations);
		if (source.isEmpty() && type.endsWith("/officeDocument")) {
			this.main = OfficeContents.resolved("", target);
		}
		boolean diagram = this.contents.of(source).contains("chart");
		if (type.endsWith("/package") && !external && diagram) {
			this.workbooks.add(OfficeContents.resolved(source, target));
		}
		else if ((type.endsWith("/package") || type.endsWith("/oleObject")) && !external) {
			this.objects.relate(source, OfficeXml.attribute(xml, "Id"), OfficeContents.resolved(source, target));
		}
		OfficeLinks.judge(relations, type, target, external, this.findings);
	}

	private void judgeBytes(String name, InputStream in) throws IOException {
		in.mark(8);
		String head = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
		in.reset();
		if (head.startsWith("PK") && this.workbooks.contains(name) && !this.within) {
			judgeWorkbook(name, in);
		}
		else if (this.objects.has(name)) {
			this.objects.look(name, in.readNBytes(OfficeObjects.LOOKED_AT));
		}
		else if (Ends.isOtherFile(head)) {
			this.findings.add(OfficeLinks.EMBEDDED, name, name);
		}
	}

	private void judgeWorkbook(String name, InputStream in) throws IOException {
		Path copy = Files.createTempFile("workbook", ".xlsx");
		try {
			Files.copy(new Unpacking(in, LARGEST_WORKBOOK), copy, StandardCopyOption.REPLACE_EXISTING);
			try (FileChannel file = FileChannel.open(copy, StandardOpenOption.READ)) {
				if (judge(file, true, this.findings).filter((type) -> type == FileType.XLSX).isEmpty()) {
					this.findings.add(OfficeLinks.EMBEDDED, name, name);
				}
			}
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	private InputStream unpacking(OfficeArchive.Part part) {
		this.unpacked += part.size();
		if (this.unpacked > MOST_UNPACKED) {
			this.findings.add(BOMB);
		}
		return new BufferedInputStream(new Unpacking(this.archive.open(part), part.size()));
	}

}
